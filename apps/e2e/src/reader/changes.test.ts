import { approveArticle } from '@viewpoints/api/articles/approve-article';
import { archiveArticle } from '@viewpoints/api/articles/archive-article';
import { correctArticle } from '@viewpoints/api/articles/correct-article';
import { publishArticle } from '@viewpoints/api/articles/publish-article';
import { retractArticle } from '@viewpoints/api/articles/retract-article';
import { saveArticle } from '@viewpoints/api/articles/save-article';
import { submitArticle } from '@viewpoints/api/articles/submit-article';
import { findFreePort } from '@viewpoints/config/free-port';
import { inTransaction } from '@viewpoints/db/client';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { announceSite } from '@viewpoints/published/changes/announce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type EdgeCache,
  hasNginx,
  hasVarnish,
  startNginx,
  startVarnish,
} from './edge-cache-fixture.ts';
import { type ReaderFixture, startReaders } from './reader-fixture.ts';

let fixture: ReaderFixture;
/** Caches in front of the instances, where this machine has the programs. */
const edgeCaches: { nginx?: EdgeCache; varnish?: EdgeCache } = {};
beforeAll(async () => {
  const [nginx, varnish] = [await findFreePort(), await findFreePort()];
  const urls = [...(hasNginx ? [nginx] : []), ...(hasVarnish ? [varnish] : [])].map(
    (port) => `http://127.0.0.1:${port}`,
  );
  fixture = await startReaders(2, { PURGE_URLS: urls.join(','), CACHE_STATUS: 'on' });
  if (hasNginx) edgeCaches.nginx = await startNginx({ port: nginx, readers: fixture.urls });
  if (hasVarnish) edgeCaches.varnish = await startVarnish({ port: varnish, readers: fixture.urls });
}, 180_000);
afterAll(async () => {
  await Promise.all([edgeCaches.nginx?.stop(), edgeCaches.varnish?.stop()]);
  await fixture?.stop();
});

const wasKept = (answer: Response) =>
  answer.headers.get('cache-status')?.startsWith('viewpoints; hit') ?? false;
const isKept = async (url: string) => wasKept(await fetch(url));

/**
 * Requests `path` once from every instance: the next reader sees what was acknowledged to an
 * editor. The benchmark of freshness measures how long that acknowledgement takes.
 */
async function atOnce(path: string, shows: (answer: Response, text: string) => boolean) {
  const requests = fixture.urls.map(async (url) => {
    const answer = await fetch(url + path);
    const text = await answer.text();
    return [url + path, shows(answer, text)];
  });
  expect(await Promise.all(requests)).toEqual(fixture.urls.map((url) => [url + path, true]));
}

/** Requests `url` again and again until `shows` holds. */
async function until(url: string, shows: (answer: Response) => boolean) {
  await expect.poll(async () => shows(await fetch(url)), { timeout: 20_000 }).toBe(true);
}

/** Requests each page twice, so that it is cached everywhere. */
async function warm(paths: string[]) {
  for (const url of fixture.urls)
    for (const path of [...paths, ...paths]) await (await fetch(url + path)).text();
}

describe('two instances of the reading site', () => {
  it('cache a page once it was requested', async () => {
    await warm(['/about/attribution']);
    for (const url of fixture.urls) expect(await isKept(`${url}/about/attribution`)).toBe(true);
  });

  it('given an article is published, show it and every list it is in, and leave the others cached', async () => {
    const ctx = await fixture.publisher();
    const approved = await fixture.editorial.article.findFirstOrThrow({
      where: { state: 'approved' },
    });
    const path = `/articles/${approved.slug}`;
    const others = ['/articles/arveth-changes-his-tense', '/corrections', '/about/attribution'];
    await warm([path, '/', '/archive', ...others]);
    expect((await fetch(fixture.urls[0] + path)).status).toBe(404);

    await publishArticle(ctx, {
      id: approved.id,
      revisionId: approved.approvedRevisionId ?? '',
    });
    await atOnce(path, ({ status }) => status === 200);
    await atOnce('/archive', (_, text) => text.includes(path));
    await atOnce('/', (_, text) => text.includes(path));
    for (const url of fixture.urls)
      for (const other of others) expect([other, await isKept(url + other)]).toEqual([other, true]);
  });

  it('given so much changes that nothing is worked out, show none of it anywhere, files and former addresses too', async () => {
    const article = await fixture.editorial.publishedArticle.findFirstOrThrow({
      where: { slug: 'arveth-changes-his-tense' },
      select: { id: true, slug: true, visibleFrom: true },
    });
    const { id, slug, visibleFrom } = article;
    await fixture.editorial.formerSlug.create({
      data: { kind: 'article', slug: 'as-it-was-called', refId: id },
    });
    const ask = async (url: string) => {
      const answer = await fetch(url, { redirect: 'manual' });
      return {
        kept: wasKept(answer),
        location: answer.headers.get('location'),
        text: await answer.text(),
      };
    };
    const [first = ''] = fixture.urls;
    const maps = [
      ...(await ask(`${first}/sitemap.xml`)).text.matchAll(/<loc>[^<]*?(\/sitemap[^<]*)/g),
    ];
    const paths = [
      ...['/articles/as-it-was-called', `/articles/${slug}`, `/articles/${slug}.md`, '/archive'],
      ...['/feeds/articles.rss', '/llms.txt', ...maps.map(([, path = '']) => path)],
    ];
    const telling = async (url: string) => {
      const received: string[] = [];
      for (const path of paths) {
        const { location, text } = await ask(url + path);
        if (`${location} ${text}`.includes(slug)) received.push(path);
      }
      return received;
    };
    await warm(paths);
    const before = await telling(first);
    expect(before).toEqual(expect.arrayContaining(paths.slice(0, 4)));
    expect(before.some((path) => path.includes('sitemap'))).toBe(true);
    for (const path of before) expect([path, (await ask(first + path)).kept]).toEqual([path, true]);

    const never = new Date('9000-01-01');
    await inTransaction(fixture.editorial, async (tx) => {
      await tx.publishedArticle.update({ where: { id }, data: { visibleFrom: never } });
      await announceSite(tx, [id]);
    });
    for (const url of fixture.urls)
      await expect.poll(() => telling(url), { timeout: 20_000 }).toEqual([]);

    await inTransaction(fixture.editorial, async (tx) => {
      await tx.publishedArticle.update({ where: { id }, data: { visibleFrom } });
      await tx.formerSlug.deleteMany({ where: { slug: 'as-it-was-called' } });
      await announceSite(tx, [id]);
    });
    await until(`${first}/articles/${slug}`, ({ status }) => status === 200);
  });

  it('given an article is retracted, show its notice and nothing of what it said', async () => {
    const ctx = await fixture.publisher();
    const slug = 'fourteen-of-twenty-one';
    const path = `/articles/${slug}`;
    const { id, findings } = await fixture.editorial.publishedArticle.findFirstOrThrow({
      where: { slug },
      select: { id: true, findings: { select: { id: true } } },
    });
    const finding = `/findings/${findings[0]?.id}`;
    const sentence = 'no parties, and one stove';
    // It is cited by this one, and is among its related articles.
    const cited = '/articles/the-admirals-and-the-machine';
    const feeds = ['/feeds/articles.rss', '/feeds/articles.atom', '/feeds/articles.json'];
    const ends = ['', '/board.csv', '/board.json', '/board.svg', '/board'];
    const issue = '/issues/status-of-the-isles';
    const boards = [...ends.map((end) => issue + end), `/embed${issue}`];
    const showsIt = (text: string) => findings.some(({ id }) => text.includes(`/findings/${id}`));
    await warm([path, finding, cited, '/findings', '/corrections', ...feeds, `${path}.md`]);
    await warm(boards);
    await atOnce(`/embed${issue}`, (_, text) => showsIt(text));
    for (const feed of feeds)
      expect(await (await fetch(fixture.urls[0] + feed)).text()).toContain(sentence);
    expect(await (await fetch(fixture.urls[0] + cited)).text()).toContain(path);
    expect(await (await fetch(fixture.urls[0] + path)).text()).toContain(sentence);

    await retractArticle(ctx, { id, why: 'The survey was not what we took it for.' });
    await atOnce(path, (_, text) => text.includes('has been retracted'));
    await atOnce(finding, (_, text) => text.includes('withdrawn'));
    await atOnce('/findings', (_, text) => !text.includes(slug));
    await atOnce(cited, (_, text) => !text.includes(path));
    await atOnce('/corrections', (_, text) => text.includes(path));
    for (const board of boards) await atOnce(board, (_, text) => !showsIt(text));
    for (const feed of [...feeds, `${path}.md`])
      await atOnce(feed, (_, text) => text.includes('was retracted') && !text.includes(sentence));
    for (const url of fixture.urls) {
      const answer = await fetch(url + path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain(sentence);
    }
  });

  it('given one is frozen while an article is retracted, show it nowhere once that is answered', async () => {
    const ctx = await fixture.publisher();
    const slug = 'nobody-asked-the-terraces';
    const path = `/articles/${slug}`;
    const { id } = await fixture.editorial.publishedArticle.findFirstOrThrow({ where: { slug } });
    await warm([path]);
    for (const url of fixture.urls) expect(await isKept(url + path)).toBe(true);
    fixture.freeze(1);
    try {
      await retractArticle(ctx, { id, why: 'The terraces were asked after all.' });
    } finally {
      fixture.thaw(1);
    }
    for (const url of fixture.urls)
      expect(await (await fetch(url + path)).text()).toContain('has been retracted');
  });

  it('given each hears, answer a retraction without waiting for any lease', async () => {
    const ctx = await fixture.publisher();
    const slug = 'who-owns-a-wall';
    const { id } = await fixture.editorial.publishedArticle.findFirstOrThrow({ where: { slug } });
    const path = `/articles/${slug}`;
    await warm([path]);
    await retractArticle(ctx, { id, why: 'Nobody does.' });
    const answers = await Promise.all(fixture.urls.map((url) => fetch(url + path)));
    for (const answer of answers) expect(await answer.text()).toContain('has been retracted');
  });

  it('given an article is archived, show it nowhere, and no cached page with it', async () => {
    const ctx = await fixture.publisher();
    const slug = 'one-gauge-for-two-countries';
    const path = `/articles/${slug}`;
    const { id, findings } = await fixture.editorial.publishedArticle.findFirstOrThrow({
      where: { slug },
      select: { id: true, findings: { select: { id: true } } },
    });
    const finding = `/findings/${findings[0]?.id}`;
    await warm([path, `${path}.md`, finding, '/archive', '/sitemap-changes.xml']);
    for (const url of fixture.urls) {
      for (const kept of [path, `${path}.md`, finding])
        expect([kept, await isKept(url + kept)]).toEqual([kept, true]);
      expect(await (await fetch(`${url}/archive`)).text()).toContain(path);
    }

    await archiveArticle(ctx, { id });
    await atOnce(path, ({ status }) => status === 404);
    await atOnce(`${path}.md`, ({ status }) => status === 404);
    await atOnce(finding, ({ status }) => status === 404);
    await atOnce('/archive', (_, text) => !text.includes(path));
    await atOnce('/sitemap-changes.xml', (_, text) => !text.includes(path));
  });

  it('given a correction, show the same item of each feed with its notice, and no new one', async () => {
    // Who changes it here also approves it.
    await fixture.ownerSql('UPDATE journal SET four_eyes = false');
    const ctx = await fixture.publisher();
    const { id } = await fixture.editorial.publishedArticle.findFirstOrThrow({
      where: { retracted: false, corrections: { none: {} } },
      orderBy: { publishedAt: 'desc' },
      select: { id: true },
    });
    const itemsOf = async (url: string) => {
      const { items } = (await (await fetch(`${url}/feeds/articles.json`)).json()) as {
        items: { id: string; date_published: string; date_modified: string }[];
      };
      return items;
    };
    await warm(['/feeds/articles.json', '/sitemap-changes.xml']);
    const before = await itemsOf(fixture.urls[0] ?? '');

    const article = await findArticle(fixture.editorial, id);
    if (article === null) throw new Error('there is an article');
    const content = { ...articleContentOf(article), standfirst: 'As it should have been.' };
    await saveArticle(ctx, { id, seen: article.save, content });
    const { revisionId } = await submitArticle(ctx, { id });
    await approveArticle(ctx, { id, revisionId });
    const why = 'We had counted one of them twice.';
    const notice = { was: 'Seven.', now: 'Six.', severity: 'correction' as const, findingId: null };
    await correctArticle(ctx, { id, corrections: [{ ...notice, why }] });

    const shows = (_: Response, text: string) => text.includes(why);
    await atOnce('/feeds/articles.json', shows);
    await atOnce('/feeds/corrections.rss', shows);
    for (const url of fixture.urls) {
      const after = await itemsOf(url);
      expect(after.map((item) => [item.id, item.date_published])).toEqual(
        before.map((item) => [item.id, item.date_published]),
      );
      const changed = after.filter(
        (item, index) => item.date_modified !== before[index]?.date_modified,
      );
      expect(changed.map((item) => item.id)).toEqual([`urn:uuid:${id}`]);
      const [first] = (await (await fetch(`${url}/sitemap-changes.xml`)).text()).match(
        /<loc>[^<]+/,
      ) ?? [''];
      expect(first).toContain(content.slug);
    }
  });

  const inFront = [
    { name: 'nginx', there: hasNginx, slug: 'the-grammar-of-conditions' },
    { name: 'varnish', there: hasVarnish, slug: 'the-admirals-and-the-machine' },
  ] as const;
  for (const { name, there, slug } of inFront)
    it.skipIf(!there)(
      `tell ${name} in front of them, which shows nothing old after that`,
      async () => {
        const ctx = await fixture.publisher();
        const edgeCache = edgeCaches[name]?.url ?? '';
        const { id } = await fixture.editorial.publishedArticle.findFirstOrThrow({
          where: { slug },
        });
        const codings = ['br', 'gzip', 'identity'];
        const get = (path: string, coding: string) =>
          fetch(edgeCache + path, {
            headers: { 'accept-encoding': coding },
            signal: AbortSignal.timeout(3_000),
          });
        const path = `/articles/${slug}`;
        // These responses come from the edge cache: the instances could not answer.
        let kept: Response | undefined;
        for (let tries = 0; tries < 10 && kept === undefined; tries += 1) {
          for (const coding of [...codings, ...codings])
            expect((await get(path, coding)).status).toBe(200);
          fixture.freeze(0);
          fixture.freeze(1);
          kept = await get(path, 'gzip').catch(() => undefined);
          fixture.thaw(0);
          fixture.thaw(1);
        }
        expect(await kept?.text()).not.toContain('has been retracted');
        expect(kept?.headers.get('surrogate-key')).toBeNull();
        await retractArticle(ctx, { id, why: 'It was about another strait.' });
        for (const coding of codings)
          expect(await (await get(path, coding)).text()).toContain('has been retracted');
        for (const each of ['/corrections', '/archive'])
          expect((await get(each, 'br')).status).toBe(200);
      },
    );

  it('given lost announcements, keep nothing until they are back', async () => {
    const [url = ''] = fixture.urls;
    await warm(['/archive']);
    expect(await isKept(`${url}/archive`)).toBe(true);
    await fixture.ownerSql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'viewpoints-listen%'",
    );
    await until(`${url}/archive`, (answer) => !wasKept(answer));
    await until(`${url}/archive`, wasKept);
  });
});
