import { addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { findPublicWords } from '@viewpoints/db/testing/find-public-words';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { contentOf } from '@viewpoints/domain/content-of';
import { SourceContent } from '@viewpoints/domain/sources/source';
import { findTouchedAddresses } from '@viewpoints/published/changes/touched-addresses';
import { findPublishedByFormerSlug } from '@viewpoints/published/query/former-slug';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { publishNew } from '../testing/written-article.ts';
import { publishPage, writePage } from '../testing/written-page.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;
let people: { author: Person; publisher: Person };
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('editor');
  publisher = await desk.person('editor', 'publisher');
  people = { author, publisher };
  desk.clock.now = new Date(Date.now() - 60_000);
});
afterAll(() => desk.close());

/** All that lists, counts or tells of articles to readers. */
async function everyList() {
  const read = desk.nobody;
  const month = new Date().toISOString().slice(0, 7);
  return {
    front: await read.front.get(),
    articles: await read.articles.list(),
    together: await read.articles.list({ translations: 'together', order: 'oldest' }),
    within: await read.articles.list({ within: month }),
    months: await read.articles.months(),
    findings: await read.findings.list(),
    corrections: await read.corrections.list(),
    changes: await read.changes.list(),
    topics: await read.topics.list(),
  };
}

describe('a published page', () => {
  test('is in no list, count, feed or log of articles, and in search and pages', async () => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    const before = await everyList();
    const page = await writePage(author, { title: 'How to write to us', text: 'A pigeon helps.' });
    await publishPage(page, people);
    expect(await everyList()).toEqual(before);
    // Hubs and search engines are told of nothing either.
    expect(await findTouchedAddresses(desk.db.editorial, page.id, new Date())).toBeNull();
    expect(await findTouchedAddresses(desk.db.editorial, article.id, new Date())).not.toBeNull();
    const read = desk.nobody;
    expect((await problemIn(read.articles.bySlug({ slug: page.slug }))).code).toBe('not_found');
    expect((await read.pages.list()).map(({ path }) => path)).toEqual(['how-to-write-to-us']);
    const found = await read.search.query({ q: 'pigeon' });
    expect(found).toMatchObject({
      total: 1,
      items: [{ kind: 'page', page: { path: 'how-to-write-to-us' }, excerpt: { marks: [[2, 8]] } }],
      facets: { kind: [{ value: 'page', count: 1 }], genre: [], year: [] },
    });
    expect((await read.search.query({ q: 'pigeon', kind: 'page' })).total).toBe(1);
    expect((await read.search.query({ q: 'pigeon', kind: 'article' })).total).toBe(0);

    await publisher.call.editor.articles.retract({ id: page.id, why: 'It was wrong.' });
    expect(await everyList()).toEqual(before);
    expect(await read.pages.list()).toEqual([]);
    expect((await read.search.query({ q: 'pigeon' })).total).toBe(0);
    expect(await findPublishedByFormerSlug(desk.db.reader, 'article', article.slug)).toBeNull();
  });

  test('is related to no article, whatever words they share', async () => {
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    await publishNew(desk.db.editorial, author, publisher);
    const around = () => desk.nobody.articles.around({ slug: article.slug });
    const before = await around();
    expect(before.related).not.toEqual([]);
    const { headline: title, standfirst: summary } = article;
    const page = await writePage(author, { title, summary });
    await publishPage(page, people);
    await publishNew(desk.db.editorial, author, publisher);
    const related = await desk.db.sql(
      'SELECT FROM published_related WHERE $1 IN (article_id, related_id)',
      [page.id],
    );
    expect(related).toEqual([]);
    expect((await around()).related.map(({ id }) => id)).not.toContain(page.id);
  });

  test('is in the list of pages of the desk, and not in that of articles', async () => {
    const page = await writePage(author, { title: 'Submissions', parent: 'about' });
    const { list } = author.call.editor.articles;
    const idsOf = async (input: object) => (await list(input)).items.map(({ id }) => id);
    expect(await idsOf({})).not.toContain(page.id);
    expect(await list({ kind: 'page', q: 'Submissions' })).toMatchObject({
      items: [{ id: page.id, kind: 'page', address: 'about/submissions' }],
    });
  });
});

describe('a protected name', () => {
  const hidden = { attribution: 'chatham_house', disclosure: 'clear' } as const;
  const protect = (name: string) =>
    addSource(desk.db.editorial, {
      ...{ kind: 'event', descriptor: 'a participant', terms: hidden },
      participants: [{ id: crypto.randomUUID(), name, affiliation: '', alsoProtected: [] }],
    });

  test.each([
    ['title', { title: 'Meet Ilya Marekin', slug: 'meet-us' }],
    ['summary', { title: 'Our friends', summary: 'Ilya Marekin and others.' }],
    ['text', { title: 'Our guests', text: 'Ilya Marekin came.' }],
    ['slug', { title: 'Our hosts', slug: 'ilya-marekin' }],
  ])('in the %s of a page keeps it from being published', async (_, written) => {
    await protect('Ilya Marekin');
    const page = await writePage(author, written);
    const reasons = await reasonsIn(publishPage(page, people));
    expect(new Set(reasons)).toEqual(new Set(['protected_mention']));
    expect((await problemIn(desk.nobody.pages.bySlug({ slug: page.slug }))).code).toBe('not_found');
  });

  test('in the address of a page above takes those under it away, for as long as it is protected', async () => {
    const write = async (title: string, parent: string | null, slug?: string) => {
      const page = await writePage(author, { title, parent, ...(slug !== undefined && { slug }) });
      await publishPage(page, people);
      return page;
    };
    const top = await write('A fund', null, 'aino-kestrel-fund');
    const below = await write('How to apply', top.id);
    const deepest = await write('Whom it helped', below.id);
    const gone = await write('Whom it did not help', top.id);
    const { articles, sources } = publisher.call.editor;
    await articles.retract({ id: gone.id, why: 'It was wrong.' });
    const { id } = await protect('Somebody Else');
    const { save, ...source } = await sources.get({ id });
    const content = contentOf(SourceContent, source);
    const participant = { id: crypto.randomUUID(), affiliation: '', alsoProtected: [] };
    await sources.save({
      ...{ id, seen: save },
      content: {
        ...content,
        participants: [...content.participants, { ...participant, name: 'Aino Kestrel' }],
      },
    });
    const all = [top, below, deepest, gone];
    const statusOf = async ({ slug }: { slug: string }) => {
      const answer = desk.nobody.pages.bySlug({ slug }).then(({ path }) => path);
      return answer.catch((error: unknown) => String(error));
    };
    const addresses = () => Promise.all(all.map(statusOf));
    expect((await addresses()).filter((address) => !address.includes('not'))).toEqual([]);
    expect(await findPublicWords(desk.db.readerUrl, 'kestrel')).toEqual([]);
    // Its notice is at an address that says the same, however often it is worded.
    await articles.retract({ id: gone.id, why: 'It was quite wrong.' });
    expect(await findPublicWords(desk.db.readerUrl, 'kestrel')).toEqual([]);
    const { exposures } = await author.call.editor.articles.get({ id: deepest.id });
    expect(exposures).toMatchObject([{ code: 'parent_not_public', wayOut: { act: 'move_page' } }]);

    const kestrel = (await sources.get({ id })).participants.find(
      ({ name }) => name === 'Aino Kestrel',
    );
    const waiver = await sources.waivers.record({
      ...{ sourceId: id, participantId: kestrel?.id ?? null, covers: 'identity' },
      ...{ grantedBy: 'Kestrel', basis: 'a letter', grantedAt: '2021-03-01T09:00:00.000Z' },
    });
    await (await desk.person('editor', 'publisher')).call.editor.sources.waivers.signOff({
      id: waiver.id,
    });
    expect(await addresses()).toEqual([
      'aino-kestrel-fund',
      'aino-kestrel-fund/how-to-apply',
      'aino-kestrel-fund/how-to-apply/whom-it-helped',
      expect.stringContaining('not'),
    ]);
  });

  test('that comes to be protected later takes the page away', async () => {
    const page = await writePage(author, {
      title: 'Thanks',
      slug: 'tolvanen',
      text: 'Petra Tolvanen helped.',
    });
    await publishPage(page, people);
    expect(await desk.nobody.pages.bySlug({ slug: page.slug })).toMatchObject({ title: 'Thanks' });
    const { call } = await desk.person('editor');
    const open = await addSource(desk.db.editorial, {
      ...{ kind: 'event', descriptor: 'a participant', terms: hidden },
      participants: [
        { id: crypto.randomUUID(), name: 'Odile Brandeis', affiliation: '', alsoProtected: [] },
      ],
    });
    const { save, ...source } = await call.editor.sources.get({ id: open.id });
    const content = contentOf(SourceContent, source);
    await call.editor.sources.save({
      ...{ id: open.id, seen: save },
      content: {
        ...content,
        participants: [
          ...content.participants,
          { id: crypto.randomUUID(), name: 'Petra Tolvanen', affiliation: '', alsoProtected: [] },
        ],
      },
    });
    expect((await problemIn(desk.nobody.pages.bySlug({ slug: page.slug }))).code).toBe('not_found');
    expect((await desk.nobody.search.query({ q: 'Tolvanen' })).total).toBe(0);

    const { article } = await author.call.editor.articles.get({ id: page.id });
    await author.call.editor.articles.save({
      ...{ id: page.id, seen: article.save },
      content: { ...articleContentOf(article), body: paragraphs('Many helped.'), slug: 'to-all' },
    });
    await publishPage(page, people);
    expect(await desk.nobody.pages.bySlug({ slug: 'to-all' })).toMatchObject({ version: 2 });
    expect(await findPublicWords(desk.db.readerUrl, 'Tolvanen')).toEqual([]);
  });
});
