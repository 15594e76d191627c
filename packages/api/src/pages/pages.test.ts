import { articleContentOf } from '@viewpoints/domain/articles/article';
import { findAddress } from '@viewpoints/published/query/find-address';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { writeArticle } from '../testing/written-article.ts';
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
});
afterAll(() => desk.close());

const read = () => desk.nobody.pages;
const found = async (path: string) => (await findAddress(desk.db.reader, `/${path}`, path)).page;
const saveSlug = async (id: string, slug: string) => {
  const { article } = await author.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article), slug };
  return author.call.editor.articles.save({ id, seen: article.save, content });
};

describe('a page', () => {
  test('is asked for no topic and no byline, takes a second person, and is found by its path', async () => {
    const page = await writePage(author, { title: 'Who we are', parent: 'about' });
    expect([page.slug, page.kind, page.parent]).toEqual(['who-we-are', 'page', 'about']);
    const { revisionId } = await author.call.editor.articles.submit({ id: page.id });
    const { approve } = author.call.editor.articles;
    expect(await reasonsIn(approve({ id: page.id, revisionId }))).toEqual(['own_words']);
    await author.call.editor.articles.recall({ id: page.id });
    expect((await problemIn(read().bySlug({ slug: page.slug }))).code).toBe('not_found');
    expect(await found('about/who-we-are')).toBeNull();

    await publishPage(page, people);
    expect(await read().bySlug({ slug: 'who-we-are' })).toMatchObject({
      ...{ path: 'about/who-we-are', title: 'Who we are', version: 1, retraction: null },
      ...{ text: 'Write to the desk.', above: [], below: [], beside: [] },
    });
    expect(await found('about/who-we-are')).toBe('about/who-we-are');
    for (const path of ['who-we-are/about', 'junk/who-we-are', 'about', 'about/junk'])
      expect(await found(path), path).toBeNull();
  });

  test('that has another slug sends on from the former one, with those under it', async () => {
    const top = await writePage(author, { title: 'The house' });
    await publishPage(top, people);
    const below = await writePage(author, { title: 'The rooms', parent: top.id });
    await publishPage(below, people);
    const deepest = await writePage(author, { title: 'The windows', parent: below.id });
    await publishPage(deepest, people);
    expect(await read().bySlug({ slug: 'the-rooms' })).toMatchObject({
      path: 'the-house/the-rooms',
      above: [{ path: 'the-house' }],
      below: [{ path: 'the-house/the-rooms/the-windows' }],
    });

    await saveSlug(top.id, 'our-house');
    expect(await found('our-house')).toBeNull();
    await publishPage(top, people);
    expect(await found('the-house')).toBe('our-house');
    expect(await found('the-house/the-rooms/the-windows')).toBe('our-house/the-rooms/the-windows');
    expect(await read().bySlug({ slug: 'the-house' })).toMatchObject({ path: 'our-house' });

    await publisher.call.editor.articles.place({ id: below.id, parent: null });
    expect(await found('our-house/the-rooms/the-windows')).toBe('the-rooms/the-windows');
    const audit = await desk.db.sql<{ details: object }>(
      `select details from audit_record where subject_id = $1 and details ->> 'fields' = 'parent'`,
      [below.id],
    );
    expect(audit).toEqual([{ details: { fields: 'parent' } }]);
  });

  test('at two at once has one address each', async () => {
    const both = await Promise.all([
      writePage(author, { title: 'Contact us' }),
      writePage(publisher, { title: 'Contact us' }),
    ]);
    expect(new Set(both.map(({ slug }) => slug)).size).toBe(2);
  });

  test('under embargo is nowhere, by path, list, search and the page above it', async () => {
    const embargoUntil = new Date(Date.now() + 3_600_000).toISOString();
    const page = await writePage(author, { title: 'Sealed orders', parent: 'about' });
    desk.clock.now = new Date();
    await publishPage(page, people, { embargoUntil });
    expect(await found('about/sealed-orders')).toBeNull();
    expect((await problemIn(read().bySlug({ slug: 'sealed-orders' }))).code).toBe('not_found');
    const paths = (await read().list()).map(({ path }) => path);
    expect(paths).not.toContain('about/sealed-orders');
    const beside = (await read().bySlug({ slug: 'who-we-are' })).beside.map(({ slug }) => slug);
    expect(beside).not.toContain('sealed-orders');
    expect((await desk.nobody.search.query({ q: 'sealed orders' })).total).toBe(0);
    // What stands under it cannot come out before it.
    const child = await writePage(author, { title: 'Sealed annex', parent: page.id });
    expect(await reasonsIn(publishPage(child, people))).toEqual(['parent_not_public']);
  });
});

describe('refused', () => {
  test.each([
    ['the language code of a front', 'fa', null],
    ['the language code of a journal', 'en', null],
    ['what the program answers at', 'articles', null],
    ['the built-in index', 'about', null],
    ['a built-in page', 'privacy', 'about'],
  ] as const)('is %s as a slug, with what has it', async (_, slug, parent) => {
    const refusal = writePage(author, { title: 'Anything', slug, parent });
    expect((await problemIn(refusal)).reasons).toMatchObject([
      { code: 'slug_reserved', at: 'slug', details: { slug, usedFor: expect.any(String) } },
    ]);
  });

  test('is a reserved word as a title only in its address', async () => {
    const page = await writePage(author, { title: 'Search' });
    expect(page.slug).toMatch(/^search-[0-9a-f]{8}$/);
    const { place } = author.call.editor.articles;
    const privacy = await writePage(author, { title: 'Privacy' });
    expect(privacy.slug).toBe('privacy');
    expect(await reasonsIn(place({ id: privacy.id, parent: 'about' }))).toEqual(['slug_reserved']);
  });

  test('is a place where its published address is taken, whatever its draft has', async () => {
    const page = await writePage(author, { title: 'Data', slug: 'accessibility' });
    await publishPage(page, people);
    await saveSlug(page.id, 'for-everybody');
    const { place } = publisher.call.editor.articles;
    expect(await reasonsIn(place({ id: page.id, parent: 'about' }))).toEqual(['slug_reserved']);
    expect(await read().bySlug({ slug: 'accessibility' })).toMatchObject({ path: 'accessibility' });
  });

  test('is a place in a circle, too deep, under an article, nothing or what was put away', async () => {
    const [one, two, three, four] = [
      await writePage(author, { title: 'First floor' }),
      await writePage(author, { title: 'Second floor' }),
      await writePage(author, { title: 'Third floor' }),
      await writePage(author, { title: 'Fourth floor' }),
    ];
    const { place, trash } = author.call.editor.articles;
    await place({ id: two.id, parent: one.id });
    await place({ id: three.id, parent: two.id });
    expect(await reasonsIn(place({ id: one.id, parent: one.id }))).toEqual(['parent_circle']);
    expect(await reasonsIn(place({ id: one.id, parent: three.id }))).toEqual(['parent_circle']);
    expect(await reasonsIn(place({ id: four.id, parent: three.id }))).toEqual(['page_too_deep']);
    expect(await reasonsIn(place({ id: one.id, parent: 'about' }))).toEqual(['page_too_deep']);
    const article = await writeArticle(desk.db.editorial, author);
    expect(await reasonsIn(place({ id: four.id, parent: article.id }))).toEqual(['parent_unknown']);
    expect(await reasonsIn(place({ id: article.id, parent: one.id }))).toEqual(['not_a_page']);
    await trash({ id: four.id });
    expect(await reasonsIn(place({ id: one.id, parent: four.id }))).toEqual(['parent_unknown']);
    expect(await reasonsIn(trash({ id: one.id }))).toEqual(['in_use']);
    const moved = place({ id: three.id, parent: null });
    await expect(moved).resolves.toMatchObject({ parent: null });
  });

  test('is to move or put away what readers have, by who may not, and above what they have', async () => {
    const top = await writePage(author, { title: 'Masthead' });
    await publishPage(top, people);
    const below = await writePage(author, { title: 'Boards', parent: top.id });
    await publishPage(below, people);
    const { place } = author.call.editor.articles;
    expect((await problemIn(place({ id: below.id, parent: null }))).code).toBe('not_permitted');
    const { archive } = publisher.call.editor.articles;
    expect(await reasonsIn(archive({ id: top.id }))).toEqual(['pages_below']);
    await publisher.call.editor.articles.retract({ id: top.id, why: 'It was wrong.' });
    expect(await read().bySlug({ slug: top.slug })).toMatchObject({
      ...{ body: null, text: '', retraction: { why: 'It was wrong.' } },
    });
    expect((await read().bySlug({ slug: below.slug })).above).toMatchObject([{ retracted: true }]);
  });

  test('are findings, topics, notices and an article as a translation', async () => {
    const page = await writePage(author, { title: 'House rules' });
    const { articles } = author.call.editor;
    const content = { ...articleContentOf(page), section: 'Water' };
    expect(await reasonsIn(articles.save({ id: page.id, seen: page.save, content }))).toEqual([
      'not_of_this_kind',
    ]);
    const article = await writeArticle(desk.db.editorial, author);
    const translation = { ...articleContentOf(page), language: 'fr', translationOf: article.id };
    expect(
      await reasonsIn(articles.save({ id: page.id, seen: page.save, content: translation })),
    ).toEqual(['translation_of_other_kind']);
    await publishPage(page, people);
    const { article: live } = await articles.get({ id: page.id });
    await articles.save({
      ...{ id: page.id, seen: live.save },
      content: { ...articleContentOf(live), standfirst: 'Put better.' },
    });
    const { revisionId } = await articles.submit({ id: page.id });
    await publisher.call.editor.articles.approve({ id: page.id, revisionId });
    const notice = {
      severity: 'correction',
      was: 'a',
      now: 'b',
      why: 'c',
      findingId: null,
    } as const;
    const { correct } = publisher.call.editor.articles;
    expect(await reasonsIn(correct({ id: page.id, corrections: [notice] }))).toEqual([
      'no_notices',
    ]);
  });
});
