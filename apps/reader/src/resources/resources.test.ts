import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { inTransaction } from '@viewpoints/db/client';
import { writeArticleSave } from '@viewpoints/db/editorial/articles';
import { insertCorrections } from '@viewpoints/db/editorial/corrections';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  addAccount,
  addActor,
  addArticle,
  addAuthor,
  addFinding,
  addIssue,
  addPlace,
  addTopic,
  paragraphs,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { changedTags, footprintOf } from '@viewpoints/published/changes/footprint';
import { writeWithdrawal } from '@viewpoints/published/project/write-withdrawal';
import { publish } from '@viewpoints/published/testing/publish';
import { retract } from '@viewpoints/published/testing/retract';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parseFragment } from 'parse5';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { faultsOfSitemap } from '../testing/check-sitemap.ts';
import { makeResource } from '../testing/make-resource.ts';

let db: TestDatabase;
let by: string;
let caller: ReaderCaller;
const log = { debug() {}, info() {}, warn() {}, error() {} };
const day = (n: number) => new Date(Date.UTC(2021, 1, n, 9));
const site = 'https://journal.example';

beforeAll(async () => {
  vi.stubEnv('SECRET', 'a secret for tests, which guards nothing at all');
  vi.stubEnv('WEBSUB_HUB', 'https://hub.example/');
  vi.stubEnv('INDEXNOW_KEY', 'a-key-for-tests');
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await caller.close();
  await db.drop();
});

const make = (path: string, now?: Date) => makeResource(caller, path, now);

/** Names of elements with the text right inside them, of XML that has to be without a fault. */
function elementsOf(xml: string): [name: string, text: string][] {
  const found: [string, string][] = [];
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const said = (text: string) => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += text;
  };
  parser.on('opentag', ({ name }) => open.push({ name, text: '' }));
  parser.on('text', said);
  parser.on('cdata', said);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) found.push([closed.name, closed.text.trim()]);
  });
  parser.write(xml).close();
  return found;
}
const textsOf = (xml: string, name: string): string[] =>
  elementsOf(xml).flatMap(([found, text]) => (found === name ? [text] : []));

const namesIn = (authors: { name: string }[] = []) => authors.map(({ name }) => name);

async function correct(article: Article, at: Date) {
  await inTransaction(db.editorial, async (tx) => {
    await insertCorrections(tx, [
      {
        ...{ id: newId(), articleId: article.id, was: 'Two <rivers>', now: 'Three rivers' },
        ...{ why: 'Miscounted.', severity: 'correction', findingId: null, by },
        at: at.toISOString(),
      },
    ]);
    await writeArticleSave(tx, {
      id: article.id,
      content: { ...articleContentOf(article), standfirst: 'Corrected.' },
      ...{ by, at, fields: ['standfirst'] },
    });
  });
  await publish(db.editorial, article.id, { at, note: 'Miscounted.' });
}

/** The text and the elements that a program shows which takes a text for HTML. */
function takenForHtml(text = ''): { shown: string; elements: string[] } {
  const fragment = parseFragment(text);
  const elements: string[] = [];
  const shown = (nodes: typeof fragment.childNodes): string =>
    nodes
      .map((node) => {
        if ('value' in node) return node.value;
        elements.push(node.nodeName);
        return 'childNodes' in node ? shown(node.childNodes) : '';
      })
      .join('');
  return { shown: shown(fragment.childNodes), elements };
}

describe('the feeds', () => {
  it('given a correction, show the same item with a later time and its notice, in every format', async () => {
    const author = await addAuthor(db.editorial);
    const article = await addArticle(db.editorial, {
      by,
      headline: 'Rivers & <borders>',
      byline: { kind: 'authors', authorIds: [author.id] },
    });
    await publish(db.editorial, article.id, { at: day(1) });
    const formats = ['rss', 'atom', 'json'] as const;
    const read = async () => {
      const [rss, atom, json] = await Promise.all(
        formats.map(async (format) => (await make(`/feeds/articles.${format}`)).text),
      );
      return [
        parseRssFeed(rss ?? '').items?.map((item) => ({
          id: item.guid?.value,
          title: takenForHtml(item.title).shown,
          published: new Date(item.pubDate ?? '').toISOString(),
          updated: new Date(item.atom?.updated ?? '').toISOString(),
          html: item.content?.encoded,
          authors: item.dc?.creators,
        })),
        parseAtomFeed(atom ?? '').entries?.map((item) => ({
          id: item.id,
          title: takenForHtml(item.title?.value).shown,
          published: new Date(item.published ?? '').toISOString(),
          updated: new Date(item.updated ?? '').toISOString(),
          html: item.content?.value,
          authors: item.authors?.map(({ name }) => name),
        })),
        parseJsonFeed(json ?? '').items?.map((item) => ({
          id: item.id,
          title: takenForHtml(item.title).shown,
          published: item.date_published,
          updated: item.date_modified,
          html: item.content_html,
          authors: item.authors?.map(({ name }) => name),
        })),
      ];
    };
    const before = await read();
    for (const items of before) {
      expect(items).toEqual([
        {
          id: `urn:uuid:${article.id}`,
          title: 'Rivers & <borders>',
          published: day(1).toISOString(),
          updated: day(1).toISOString(),
          html: expect.stringContaining('Ostrava will not sign before the rains.'),
          authors: [author.name],
        },
      ]);
    }
    await correct(article, day(2));
    for (const [index, items] of (await read()).entries()) {
      expect(items).toHaveLength(1);
      expect(items?.[0]).toMatchObject({
        id: before[index]?.[0]?.id,
        published: day(1).toISOString(),
        updated: day(2).toISOString(),
      });
      expect(items?.[0]?.html).toContain('<del>Two &lt;rivers&gt;</del>');
      expect(items?.[0]?.html).toContain('<ins>Three rivers</ins>');
    }
  });

  it('given markup in a headline, are words in one line to programs that take them for HTML', async () => {
    const headline =
      'Q&A: is 1 < 2?\n<svg onload="alert(1)"> &lt;img src=x onerror=alert(1)> &#60;b>';
    const shown = 'Q&A: is 1 < 2? <svg onload="alert(1)"> &lt;img src=x onerror=alert(1)> &#60;b>';
    const name = '<script>alert(1)</script>';
    const [author, topic, actor] = await Promise.all([
      addAuthor(db.editorial, { name }),
      addTopic(db.editorial, { name }),
      addActor(db.editorial, { name }),
    ]);
    const article = await addArticle(db.editorial, {
      by,
      headline,
      standfirst: headline,
      topicIds: [topic.id],
      byline: { kind: 'authors', authorIds: [author.id] },
    });
    await addFinding(db.editorial, article, {
      by,
      holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
      proposition: name,
    });
    await publish(db.editorial, article.id, { at: day(14) });
    await correct(article, day(15));
    const under = `/topics/${topic.slug}/feeds`;
    const reported: string[] = [];
    for (const kind of ['articles', 'findings', 'corrections']) {
      const [rss, atom, json] = await Promise.all(
        ['rss', 'atom', 'json'].map(
          async (format) => (await make(`${under}/${kind}.${format}`)).text,
        ),
      );
      for (const [element, text] of [...elementsOf(rss ?? ''), ...elementsOf(atom ?? '')])
        if (!/^(?:content|content:encoded|link|id|guid)$/.test(element)) reported.push(text);
      const feed = JSON.parse(json ?? '');
      for (const item of [feed, ...feed.items])
        reported.push(
          item.title,
          item.summary ?? '',
          ...(item.tags ?? []),
          ...namesIn(item.authors),
        );
      // Nothing but its words is in a title or a summary: no line break, and no space round them.
      for (const xml of [rss ?? '', atom ?? ''])
        expect(xml).not.toMatch(
          /<(?:title|summary|description)[^>]*>\s|\s<\/(?:title|summary|description)>/,
        );
    }
    expect(reported.length).toBeGreaterThan(60);
    expect(reported.flatMap((text) => takenForHtml(text).elements)).toEqual([]);
    const words = reported.map((text) => takenForHtml(text).shown);
    // The title of the article, in three formats.
    expect(words.filter((each) => each === shown)).toHaveLength(3);
    // The author in three, the topic as a category in two: Atom has that in an attribute.
    expect(words.filter((each) => each === name)).toHaveLength(5);
    const rss = parseRssFeed((await make(`${under}/articles.rss`)).text);
    expect(rss.items?.[0]?.title).toMatch(/^Q&A: is 1 &lt; 2\?/);
  });

  it('given a retraction, keep the item with its notice and without a word of its text', async () => {
    const article = await addArticle(db.editorial, { by });
    await publish(db.editorial, article.id, { at: day(3) });
    const notice = { articleId: article.id, at: day(4).toISOString(), why: 'It never happened.' };
    await inTransaction(db.editorial, (tx) => retract(tx, notice, day(4)));
    const { text } = await make('/feeds/articles.atom');
    const entry = parseAtomFeed(text).entries?.find(({ id }) => id === `urn:uuid:${article.id}`);
    expect(entry).toMatchObject({ title: { value: `Retracted: ${article.headline}` } });
    expect(new Date(entry?.updated ?? '')).toEqual(day(4));
    expect(entry?.content?.value).toContain('It never happened.');
    expect(entry?.content?.value).not.toContain('Ostrava');
    const corrections = parseRssFeed((await make('/feeds/corrections.rss')).text);
    expect(corrections.items?.map(({ title }) => title)).toContain(
      `Retraction: ${article.headline}`,
    );
  });

  it('have findings with their terms, in words and as data, and say which were withdrawn', async () => {
    const actor = await addActor(db.editorial);
    const article = await addArticle(db.editorial, { by });
    const holders = [{ actorId: actor.id, wording: null, basis: 'direct' as const }];
    const kept = await addFinding(db.editorial, article, { by, holders });
    const gone = await addFinding(db.editorial, article, { by, proposition: 'Said by mistake' });
    await publish(db.editorial, article.id, { at: day(5) });
    await inTransaction(db.editorial, (tx) => writeWithdrawal(tx, { findingId: gone.id }, day(6)));
    const { text, record } = await make('/feeds/findings.json');
    const items = JSON.parse(text).items as { id: string; _viewpoints: object }[];
    expect(items.find(({ id }) => id === `urn:uuid:${kept.id}`)).toMatchObject({
      url: `${site}/findings/${kept.id}`,
      _viewpoints: {
        state: 'published',
        proposition: kept.proposition,
        stance: kept.stance,
        holders: [{ actor: `${site}/actors/${actor.slug}` }],
        attribution: { terms: 'on_record', about: `${site}/about/attribution#on_record` },
      },
    });
    expect(items.find(({ id }) => id === `urn:uuid:${gone.id}`)).toMatchObject({
      date_modified: day(6).toISOString(),
      _viewpoints: { state: 'withdrawn' },
    });
    expect(text).not.toContain('Said by mistake');
    expect([...record.tags]).toEqual(
      expect.arrayContaining(['journal', 'list:findings', `finding:${kept.id}`]),
    );
    const under = await make(`/actors/${actor.slug}/feeds/findings.atom`);
    expect(parseAtomFeed(under.text).entries?.map(({ id }) => id)).toEqual([`urn:uuid:${kept.id}`]);
    expect(under.record.tags).toContain(`actor:${actor.slug}`);
  });

  it('given a topic, an actor, an issue or an author, hold what is theirs and nothing else', async () => {
    const [topic, issue, author] = await Promise.all([
      addTopic(db.editorial),
      addIssue(db.editorial),
      addAuthor(db.editorial),
    ]);
    const mine = await addArticle(db.editorial, {
      by,
      topicIds: [topic.id],
      byline: { kind: 'authors', authorIds: [author.id] },
    });
    const finding = await addFinding(db.editorial, mine, { by, issueIds: [issue.id] });
    await publish(db.editorial, mine.id, { at: day(7) });
    await correct(mine, day(8));
    for (const under of [
      `/topics/${topic.slug}`,
      `/issues/${issue.slug}`,
      `/people/${author.slug}`,
    ]) {
      const ids = async (kind: string) =>
        (
          JSON.parse((await make(`${under}/feeds/${kind}.json`)).text) as {
            items: { id: string }[];
          }
        ).items.map(({ id }) => id);
      expect(await ids('articles')).toEqual([`urn:uuid:${mine.id}`]);
      expect(await ids('findings')).toEqual([`urn:uuid:${finding.id}`]);
      expect(await ids('corrections')).toHaveLength(1);
    }
    const feed = parseRssFeed((await make(`/topics/${topic.slug}/feeds/articles.rss`)).text);
    expect(feed.title).toContain(topic.name);
    expect(feed.link).toBe(`${site}/topics/${topic.slug}`);
  });

  it('given a picture, enclose its file with its length and type, until a retraction', async () => {
    const mediaId = newId();
    const file = { mediaType: 'image/png', byteSize: 48_211 };
    await db.editorial.media.create({
      data: {
        ...{ id: mediaId, path: mediaId, ...file, width: 900, height: 600, sha256: 'a'.repeat(64) },
        ...{ fileName: 'a', alt: 'a weir', uploadedById: by, createdAt: day(1) },
      },
    });
    const attrs = { mediaId, alt: 'a weir', credit: null, width: 900, height: 600 };
    const figure = { type: 'figure' as const, attrs, content: [] };
    const article = await addArticle(db.editorial, {
      by,
      body: { type: 'doc', content: [figure, ...paragraphs('A weir.').content] },
    });
    await publish(db.editorial, article.id, { at: day(20) });
    const url = `${site}/media/${mediaId}`;
    const { resource, text: rss } = await make('/feeds/articles.rss');
    expect(resource?.dated).toBe(true);
    const items = parseRssFeed(rss).items?.filter(({ link }) => link?.endsWith(article.slug));
    expect(items?.[0]?.enclosures).toEqual([{ url, length: 48_211, type: 'image/png' }]);
    expect(items?.[0]?.media?.contents).toMatchObject([
      { url, type: 'image/png', fileSize: 48_211, medium: 'image', width: 900, height: 600 },
    ]);
    const atom = parseAtomFeed((await make('/feeds/articles.atom')).text);
    const entry = atom.entries?.find(({ id }) => id === `urn:uuid:${article.id}`);
    expect(entry?.links).toContainEqual({
      ...{ rel: 'enclosure', href: url, type: 'image/png', length: 48_211 },
    });
    const notice = { articleId: article.id, at: day(21).toISOString(), why: 'No.' };
    await inTransaction(db.editorial, (tx) => retract(tx, notice, day(21)));
    for (const format of ['rss', 'atom', 'json'])
      expect((await make(`/feeds/articles.${format}`)).text).not.toContain(mediaId);
  });

  it('given a topic and what is retracted or withdrawn under it, keep both with their notices', async () => {
    const topic = await addTopic(db.editorial);
    const write = () => addArticle(db.editorial, { by, topicIds: [topic.id] });
    const [gone, kept] = [await write(), await write()];
    const withThem = await addFinding(db.editorial, gone, { by });
    const alone = await addFinding(db.editorial, kept, { by, proposition: 'Said by mistake.' });
    for (const { id } of [gone, kept]) await publish(db.editorial, id, { at: day(10) });
    const notice = { articleId: gone.id, at: day(11).toISOString(), why: 'Invented.' };
    await inTransaction(db.editorial, async (tx) => {
      await retract(tx, notice, day(11));
      await writeWithdrawal(tx, { findingId: alone.id }, day(11));
    });
    const under = async (kind: string) =>
      parseJsonFeed((await make(`/topics/${topic.slug}/feeds/${kind}.json`)).text).items ?? [];
    const articles = await under('articles');
    expect(articles.find(({ id }) => id === `urn:uuid:${gone.id}`)).toMatchObject({
      title: `Retracted: ${gone.headline}`,
      content_html: expect.stringContaining('Invented.'),
    });
    const findings = await under('findings');
    expect(findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining([`urn:uuid:${withThem.id}`, `urn:uuid:${alone.id}`]),
    );
    for (const { title } of findings) expect(title).toBe('A withdrawn finding');
    expect(JSON.stringify(findings)).not.toContain('Said by mistake');
  });

  it('name themselves and the hub, in the feed and in the header', async () => {
    const { text, resource } = await make('/feeds/articles.atom');
    expect(resource?.type).toBe('application/atom+xml; charset=utf-8');
    const links = parseAtomFeed(text).links?.map(({ rel, href }) => [rel, href]);
    expect(links).toContainEqual(['self', `${site}/feeds/articles.atom`]);
    expect(links).toContainEqual(['hub', 'https://hub.example/']);
    expect(resource?.links).toBe(
      `<${site}/feeds/articles.atom>; rel="self"; type="application/atom+xml", <https://hub.example/>; rel="hub"`,
    );
  });

  it('given nothing of that name, there is none; given a former name, the present one', async () => {
    expect((await make('/topics/none/feeds/articles.rss')).resource).toBeNull();
    expect((await make('/feeds/authors.rss')).resource).toBeNull();
    const topic = await addTopic(db.editorial);
    const article = await addArticle(db.editorial, { by, topicIds: [topic.id] });
    await publish(db.editorial, article.id, { at: day(9) });
    const slug = `${topic.slug}-now`;
    await db.editorial.topic.update({ where: { id: topic.id }, data: { slug } });
    const { record } = await make(`/topics/${topic.slug}/feeds/articles.rss`);
    expect(record.movedTo).toBe(`/topics/${slug}/feeds/articles.rss`);
    expect((await make('/feed')).record.movedTo).toBe('/feeds/articles.rss');
  });
});

describe('the feeds of a place', () => {
  it('have the articles with a finding about it, and of their findings those about it', async () => {
    const place = await addPlace(db.editorial, { name: 'Sarn Harbour' });
    const article = await addArticle(db.editorial, { by, headline: 'At the harbour' });
    const given = { by, placeIds: [place.id] };
    const { id } = await addFinding(db.editorial, article, given);
    const elsewhere = await addFinding(db.editorial, article, { by });
    await publish(db.editorial, article.id, { at: day(17) });
    const articles = await make(`/places/${place.slug}/feeds/articles.json`);
    const feed = JSON.parse(articles.text);
    expect(feed.title).toContain('Sarn Harbour');
    expect(feed.items.map((item: { title: string }) => item.title)).toEqual(['At the harbour']);
    expect(articles.record.tags).toContain(`place:${place.slug}`);
    const findings = (await make(`/places/${place.slug}/feeds/findings.json`)).text;
    expect(findings).toContain(id);
    expect(findings).not.toContain(elsewhere.id);
  });
});

describe('the sitemaps', () => {
  it('list every address that readers can see, each with its last change, and lead to no other', async () => {
    const place = await addPlace(db.editorial);
    const about = await addArticle(db.editorial, { by });
    await addFinding(db.editorial, about, { by, placeIds: [place.id] });
    await publish(db.editorial, about.id, { at: day(16) });
    const index = await make('/sitemap.xml');
    expect(index.record.tags).toContain('list:changes');
    const parts = textsOf(index.text, 'loc').map((url) => url.slice(site.length));
    const listed = new Set<string>();
    for (const part of parts)
      for (const url of textsOf((await make(part)).text, 'loc')) listed.add(url);
    const rows = await db.sql<{ path: string }>(`
      SELECT '/articles/' || slug AS path FROM published_article
      UNION ALL SELECT '/findings/' || id FROM published_finding WHERE withdrawn_at IS NULL
      UNION ALL SELECT '/topics/' || slug FROM topic t WHERE EXISTS
        (SELECT FROM published_mention m WHERE m.ref_id = t.id)
      UNION ALL SELECT '/places/' || slug FROM place p WHERE EXISTS
        (SELECT FROM published_mention m WHERE m.ref_id = p.id)
      UNION ALL SELECT '/people/' || slug FROM author u WHERE EXISTS
        (SELECT FROM published_mention m WHERE m.ref_id = u.id)`);
    expect(rows.some(({ path }) => path === `/places/${place.slug}`)).toBe(true);
    expect(rows.length).toBeGreaterThan(10);
    for (const { path } of rows) expect(listed).toContain(site + path);
    expect(listed).toContain(`${site}/`);
    const changed = elementsOf((await make('/sitemap-changes.xml')).text);
    const times = changed.flatMap(([name, text]) => (name === 'lastmod' ? [text] : []));
    expect(times).toEqual(times.toSorted().reverse());
    const month = await make('/sitemap-articles-2021-02.xml');
    expect([...month.record.tags]).toEqual(['month:2021-02']);
    for (const none of ['2021-13', '1999-01', '2021-02-2', '2021-02-1'])
      expect((await make(`/sitemap-articles-${none}.xml`)).resource).toBeNull();
  });

  it('given a translation in another month, list each language with the other, and are announced', async () => {
    const original = await addArticle(db.editorial, { by });
    await publish(db.editorial, original.id, { at: new Date('2020-03-05T09:00:00.000Z') });
    const march = await make('/sitemap-articles-2020-03.xml');
    expect(march.text).not.toContain('hreflang');
    const heard: string[] = [];
    const stop = await new Promise<() => Promise<void>>((resolve) => {
      const ending = caller.listen({
        onUp: () => void ending.then(resolve),
        onDown: () => {},
        onChange: (tags) => heard.push(...tags),
      });
    });
    const french = await addArticle(db.editorial, {
      by,
      language: 'fr',
      translationOf: original.id,
    });
    await publish(db.editorial, french.id, { at: new Date('2020-05-05T09:00:00.000Z') });
    await vi.waitFor(() => expect(heard).toContain('month:2020-03'), { timeout: 5_000 });
    await stop();
    for (const month of ['2020-03', '2020-05']) {
      const { text } = await make(`/sitemap-articles-${month}.xml`);
      for (const { slug, language } of [original, french])
        expect(text).toContain(
          `<xhtml:link rel="alternate" hreflang="${language}" href="${site}/articles/${slug}" />`,
        );
    }
  });

  it('given a draft or an embargo, do not know of it', async () => {
    const draft = await addArticle(db.editorial, { by });
    const embargoed = await addArticle(db.editorial, { by });
    const visibleFrom = new Date(Date.now() + 3_600_000);
    await publish(db.editorial, embargoed.id, { at: new Date(), visibleFrom });
    const month = new Date().toISOString().slice(0, 7);
    for (const path of [
      ...['/sitemap.xml', `/sitemap-articles-${month}.xml`, '/sitemap-changes.xml'],
      ...['/news-sitemap.xml', '/feeds/articles.json', '/llms.txt'],
    ]) {
      const { text } = await make(path);
      for (const { slug } of [draft, embargoed]) expect(text).not.toContain(slug);
    }
  });

  it('given a finding that is now about another issue too, list that position, at once', async () => {
    const holder = await addActor(db.editorial);
    const [issue, other] = [await addIssue(db.editorial), await addIssue(db.editorial)];
    const published = async (issueId: string, holders: Finding['holders']) => {
      const article = await addArticle(db.editorial, { by });
      const given = { by, holders, issueIds: [issueId] };
      const finding = await addFinding(db.editorial, article, given);
      await publish(db.editorial, article.id, { at: day(12) });
      return { article, finding };
    };
    await published(other.id, [{ actorId: null, wording: 'Ostrava', basis: 'direct' }]);
    const article = await published(issue.id, [
      { actorId: holder.id, wording: null, basis: 'direct' },
    ]);
    const footprint = () =>
      inTransaction(db.editorial, (tx) => footprintOf(tx, article.article.id, new Date()));
    const listed = `/positions/${holder.slug}/${other.slug}<`;

    const { text, record } = await make('/sitemap-positions.xml');
    const before = await footprint();
    expect(text).not.toContain(listed);
    await db.editorial.findingIssue.create({
      data: { findingId: article.finding.id, issueId: other.id, position: 1 },
    });
    await publish(db.editorial, article.article.id, { at: day(13) });
    expect((await make('/sitemap-positions.xml')).text).toContain(listed);
    const changed = changedTags(before, await footprint());
    expect(changed.filter((each) => record.tags.has(each))).not.toEqual([]);
  });

  it('hold as news what is younger than two days, until the clock says that it is not', async () => {
    const article = await addArticle(db.editorial, { by, language: 'fa-AF', direction: 'rtl' });
    const at = new Date(Date.now() - 3_600_000);
    await publish(db.editorial, article.id, { at });
    const { text, record } = await make('/news-sitemap.xml');
    expect(textsOf(text, 'loc')).toEqual([`${site}/articles/${article.slug}`]);
    expect(textsOf(text, 'news:language')).toEqual(['fa']);
    expect(textsOf(text, 'news:title')).toEqual([article.headline]);
    expect(textsOf(text, 'news:publication_date')).toEqual([at.toISOString()]);
    expect(record.until).toBe(at.getTime() + 48 * 3_600_000);
    const later = await make('/news-sitemap.xml', new Date(record.until));
    expect(textsOf(later.text, 'url')).toEqual([]);
  });

  it('are valid by their schemas, whatever they contain', async () => {
    const mediaId = newId();
    await db.editorial.media.create({
      data: {
        ...{ id: mediaId, path: mediaId, mediaType: 'image/png', byteSize: 1, width: 9, height: 6 },
        ...{ sha256: 'b'.repeat(64), fileName: 'a', alt: 'a', uploadedById: by, createdAt: day(1) },
      },
    });
    const attrs = { mediaId, alt: 'a weir', credit: null, width: 9, height: 6 };
    const [actor, issue] = [await addActor(db.editorial), await addIssue(db.editorial)];
    const at = new Date(Date.now() - 60_000);
    const original = await addArticle(db.editorial, {
      by,
      headline: 'Rivers & <borders> “so called”',
      body: {
        type: 'doc',
        content: [
          { type: 'figure', attrs, content: [] },
          ...paragraphs('The council met. Ostrava will not sign before the rains.').content,
        ],
      },
    });
    await addFinding(db.editorial, original, {
      ...{ by, issueIds: [issue.id] },
      holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    });
    await publish(db.editorial, original.id, { at });
    for (const language of ['zh-Hant', 'fa-AF', 'fil']) {
      const { id } = await addArticle(db.editorial, { by, language, translationOf: original.id });
      await publish(db.editorial, id, { at });
    }
    const index = (await make('/sitemap.xml')).text;
    const parts = textsOf(index, 'loc').map((url) => url.slice(site.length));
    expect(parts.length).toBeGreaterThan(5);
    const all = ['/sitemap.xml', '/news-sitemap.xml', ...parts];
    for (const path of all)
      expect([path, await faultsOfSitemap((await make(path)).text)]).toEqual([path, []]);
    const month = (await make(`/sitemap-articles-${at.toISOString().slice(0, 7)}.xml`)).text;
    expect(textsOf(month, 'image:loc')).toContain(`${site}/media/${mediaId}`);
    expect(month).toContain('hreflang="zh-Hant"');
    expect(textsOf((await make('/news-sitemap.xml')).text, 'news:language')).toContain('zh-tw');
  });
});

describe('files for programs', () => {
  it('give an article and a finding as Markdown with their terms, and lead to the page', async () => {
    const article = await addArticle(db.editorial, { by, headline: 'A *starred* headline' });
    const finding = await addFinding(db.editorial, article, { by });
    await publish(db.editorial, article.id, { at: day(10) });
    const file = await make(`/articles/${article.slug}.md`);
    expect(file.resource).toMatchObject({
      type: 'text/markdown; charset=utf-8',
      links: `<${site}/articles/${article.slug}>; rel="canonical"; type="text/html"`,
    });
    expect(file.text).toContain('headline: "A *starred* headline"');
    expect(file.text).toContain('# A \\*starred\\* headline');
    expect(file.text).toContain('Ostrava will not sign before the rains.');
    expect(file.text).toContain(`[On the record](<${site}/about/attribution#on_record>)`);
    expect([...file.record.tags]).toContain(`finding:${finding.id}`);
    const own = await make(`/findings/${finding.id}.md`);
    expect(own.text).toContain(`proposition: ${JSON.stringify(finding.proposition)}`);
    expect(own.text).toContain('terms: "On the record"');
    expect((await make('/articles/never-was.md')).resource).toBeNull();
    expect((await make(`/findings/${article.id}.md`)).resource).toBeNull();
  });

  it('say what crawlers may request, and prove whose site it is', async () => {
    const { text } = await make('/robots.txt');
    expect(text).toContain(`Sitemap: ${site}/sitemap.xml`);
    expect(text).toContain('Disallow: /search?');
    expect((await make('/llms.txt')).text).toContain(`(${site}/feeds/findings.json)`);
    expect((await make('/a-key-for-tests.txt')).text).toBe('a-key-for-tests');
    expect((await make('/another-key-for-tests.txt')).resource).toBeNull();
  });
});
