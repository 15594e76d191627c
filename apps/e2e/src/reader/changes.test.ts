import { publishArticle } from '@viewpoints/api/articles/publish-article';
import { retractArticle } from '@viewpoints/api/articles/retract-article';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReaderStand, standReaders } from './reader-stand.ts';

/** Milliseconds within which every instance shows what was published. */
const SOON = 1000;

let stand: ReaderStand;
beforeAll(async () => {
  stand = await standReaders(2);
}, 180_000);
afterAll(() => stand?.stop());

const wasKept = (answer: Response) => answer.headers.get('cache-status') === 'viewpoints; hit';
const isKept = async (url: string) => wasKept(await fetch(url));

/** Asks every instance for `path` until `shows` holds; resolves to the milliseconds it took. */
async function until(path: string, shows: (answer: Response, text: string) => boolean) {
  const began = performance.now();
  await Promise.all(
    stand.urls.map(async (url) => {
      for (;;) {
        const answer = await fetch(url + path);
        if (shows(answer, await answer.text())) return;
        if (performance.now() - began > 20_000) throw new Error(`${url}${path} never showed it`);
      }
    }),
  );
  return performance.now() - began;
}

/** Asks twice for each page, so that it is kept everywhere. */
async function warm(paths: string[]) {
  for (const url of stand.urls)
    for (const path of [...paths, ...paths]) await (await fetch(url + path)).text();
}

describe('two instances of the reading site', () => {
  it('keep a page once it was asked for', async () => {
    await warm(['/about/attribution']);
    for (const url of stand.urls) expect(await isKept(`${url}/about/attribution`)).toBe(true);
  });

  it('given an article is published, show it and every list it stands in, and keep the others', async () => {
    const ctx = await stand.publisher();
    const approved = await stand.editorial.article.findFirstOrThrow({
      where: { state: 'approved' },
    });
    const path = `/articles/${approved.slug}`;
    const others = ['/articles/arveth-changes-his-tense', '/corrections', '/about/attribution'];
    await warm([path, '/', '/archive', ...others]);
    expect((await fetch(stand.urls[0] + path)).status).toBe(404);

    await publishArticle(ctx, {
      id: approved.id,
      revisionId: approved.approvedRevisionId ?? '',
    });
    expect(await until(path, ({ status }) => status === 200)).toBeLessThan(SOON);
    expect(await until('/archive', (_, text) => text.includes(path))).toBeLessThan(SOON);
    expect(await until('/', (_, text) => text.includes(path))).toBeLessThan(SOON);
    for (const url of stand.urls)
      for (const other of others) expect([other, await isKept(url + other)]).toEqual([other, true]);
  });

  it('given an article is retracted, show its notice and nothing of what it said', async () => {
    const ctx = await stand.publisher();
    const slug = 'fourteen-of-twenty-one';
    const path = `/articles/${slug}`;
    const { id, findings } = await stand.editorial.publishedArticle.findFirstOrThrow({
      where: { slug },
      select: { id: true, findings: { select: { id: true } } },
    });
    const finding = `/findings/${findings[0]?.id}`;
    const sentence = 'no parties, and one stove';
    // It is cited by this one, and stands among what to read beside it.
    const cited = '/articles/the-admirals-and-the-machine';
    await warm([path, finding, cited, '/findings', '/corrections']);
    expect(await (await fetch(stand.urls[0] + cited)).text()).toContain(path);
    expect(await (await fetch(stand.urls[0] + path)).text()).toContain(sentence);

    await retractArticle(ctx, { id, why: 'The survey was not what we took it for.' });
    const retracted = await until(path, (_, text) => text.includes('has been retracted'));
    expect(retracted).toBeLessThan(SOON);
    expect(await until(finding, (_, text) => text.includes('withdrawn'))).toBeLessThan(SOON);
    expect(await until('/findings', (_, text) => !text.includes(slug))).toBeLessThan(SOON);
    expect(await until(cited, (_, text) => !text.includes(path))).toBeLessThan(SOON);
    expect(await until('/corrections', (_, text) => text.includes(path))).toBeLessThan(SOON);
    for (const url of stand.urls) {
      const answer = await fetch(url + path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain(sentence);
    }
  });

  it('given one is frozen while an article is retracted, show it nowhere once that is answered', async () => {
    const ctx = await stand.publisher();
    const slug = 'nobody-asked-the-terraces';
    const path = `/articles/${slug}`;
    const { id } = await stand.editorial.publishedArticle.findFirstOrThrow({ where: { slug } });
    await warm([path]);
    for (const url of stand.urls) expect(await isKept(url + path)).toBe(true);
    stand.freeze(1);
    try {
      await retractArticle(ctx, { id, why: 'The terraces were asked after all.' });
    } finally {
      stand.thaw(1);
    }
    for (const url of stand.urls)
      expect(await (await fetch(url + path)).text()).toContain('has been retracted');
  });

  it('given each hears, answer a retraction without waiting for any lease', async () => {
    const ctx = await stand.publisher();
    const slug = 'who-owns-a-wall';
    const { id } = await stand.editorial.publishedArticle.findFirstOrThrow({ where: { slug } });
    const path = `/articles/${slug}`;
    await warm([path]);
    await retractArticle(ctx, { id, why: 'Nobody does.' });
    const answers = await Promise.all(stand.urls.map((url) => fetch(url + path)));
    for (const answer of answers) expect(await answer.text()).toContain('has been retracted');
  });

  it('given lost announcements, keep nothing until they are back', async () => {
    const [url = ''] = stand.urls;
    await warm(['/archive']);
    expect(await isKept(`${url}/archive`)).toBe(true);
    await stand.ownerSql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'viewpoints-listen'",
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await isKept(`${url}/archive`)).toBe(false);
    await until('/archive', wasKept);
  });
});
