import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../testing/test-desk.ts';
import { writeArticle } from '../testing/written-article.ts';
import { publishPage, writePage } from '../testing/written-page.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;
let contributor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('editor');
  publisher = await desk.person('editor', 'publisher');
  contributor = await desk.person('contributor');
});
afterAll(() => desk.close());

test('a page is begun at an address that is asked for, unless something has it', async () => {
  const { create } = author.call.editor.articles;
  const page = await create({ kind: 'page', headline: 'Write to us', slug: 'post' });
  expect(page).toMatchObject({ kind: 'page', headline: 'Write to us', slug: 'post' });
  const begin = (slug: string, parent: 'about' | null = null) =>
    reasonsIn(create({ kind: 'page', headline: 'Again', slug, parent }));
  expect(await begin('post', 'about')).toEqual(['slug_taken']);
  const { slug } = await writeArticle(desk.db.editorial, author);
  expect(await begin(slug)).toEqual(['slug_taken']);
  expect(await begin('fa')).toEqual(['slug_reserved']);
  expect(await begin('privacy', 'about')).toEqual(['slug_reserved']);
});

test('the article screen has where a page stands and where readers have it', async () => {
  const placeOf = async ({ id }: { id: string }) =>
    (await author.call.editor.articles.get({ id })).place;
  expect(await placeOf(await writeArticle(desk.db.editorial, author))).toBeNull();
  const top = await writePage(author, { title: 'The rota' });
  const below = await writePage(author, { title: 'Summer', parent: top.id });
  expect(await placeOf(below)).toEqual({ address: 'the-rota/summer', published: null });
  const people = { author, publisher };
  await publishPage(top, people);
  await publishPage(below, people);
  await publisher.call.editor.articles.place({ id: top.id, parent: 'about' });
  expect(await placeOf(below)).toEqual({
    ...{ address: 'about/the-rota/summer', published: 'about/the-rota/summer' },
  });
});

test('who looked at a place that has changed does not move the page', async () => {
  const page = await writePage(author, { title: 'Two hands' });
  const { place } = author.call.editor.articles;
  await place({ id: page.id, parent: 'about', from: null });
  const other = await writePage(author, { title: 'Elsewhere' });
  expect(await reasonsIn(place({ id: page.id, parent: other.id, from: null }))).toEqual([
    'stale_place',
  ]);
  await place({ id: page.id, parent: other.id, from: 'about' });
});

test('the palette finds pages as pages, and those of others where readers have them', async () => {
  const page = await writePage(author, { title: 'Quayside almanac', parent: 'about' });
  const find = async ({ call }: Person) => call.editor.find({ q: 'almanac' });
  expect(await find(author)).toMatchObject([{ kind: 'page', id: page.id, isPublicOnly: false }]);
  expect(await find(contributor)).toEqual([]);
  await publishPage(page, { author, publisher });
  expect(await find(contributor)).toMatchObject([
    { kind: 'page', isPublicOnly: true, article: { slug: 'about/quayside-almanac' } },
  ]);
});

test('the calendar and the trash call a page one', async () => {
  const page = await writePage(author, { title: 'Due soon' });
  await publisher.call.editor.articles.assign({
    ...{ id: page.id, assigneeId: author.account.id, dueOn: '2031-05-02', priority: 'normal' },
    seenAssigneeId: null,
  });
  const { due } = await author.call.editor.calendar({
    ...{ from: '2031-05-01T00:00:00.000Z', to: '2031-06-01T00:00:00.000Z' },
  });
  expect(due).toMatchObject([{ id: page.id, kind: 'page' }]);
  const { trash } = author.call.editor;
  await author.call.editor.articles.trash({ id: page.id });
  expect((await trash.list({ kind: 'page' })).items).toMatchObject([{ id: page.id, kind: 'page' }]);
  expect((await trash.list({ kind: 'article' })).items).toEqual([]);
});

test('a topic is given to no page among several articles', async () => {
  const page = await writePage(author, { title: 'Among others' });
  const { id: topicId } = await author.call.editor.topics.create({ slug: 'quays', name: 'Quays' });
  const input = { articles: [{ id: page.id }], topicId, how: 'add' as const };
  const [preview] = await author.call.editor.articles.previewTopics(input);
  expect(preview?.reasons.map(({ code }) => code)).toEqual(['not_of_this_kind']);
});

test('what stands in the way of a page is worded for one', async () => {
  const page = await author.call.editor.articles.create({ kind: 'page' });
  const { publishable, permissions } = await publisher.call.editor.articles.get({ id: page.id });
  const messages = publishable.ok ? [] : publishable.reasons.map(({ message }) => message);
  expect(messages).toContain('Give it a title.');
  expect(messages).toContain('Write a summary.');
  expect(permissions['article.retract']).toMatchObject({
    reasons: [{ message: expect.stringMatching(/^A page that is a draft cannot be retracted/) }],
  });
});
