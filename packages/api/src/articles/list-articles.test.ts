import type { ArticleFilter } from '@viewpoints/db/editorial/article-filters';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { addArticle, addFinding, addSource } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { sentence, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let editor: Person;
/** Filters that find the first article alone, by name. */
let only: Record<keyof ArticleFilter, object>;
let first: string;
let second: string;

beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  const db = desk.db.editorial;
  const colleague = await desk.person('editor');
  const article = await writeArticle(db, colleague);
  first = article.id;
  const body = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [] }] };
  second = (await addArticle(db, { by: editor.account.id, headline: 'After the rains', body })).id;
  const source = await addSource(db, {
    terms: { attribution: 'deep_background', disclosure: 'clear' },
  });
  await addFinding(db, article, {
    ...{ by: editor.account.id, quote: sentence },
    attribution: { sourceId: source.id, terms: null, descriptor: 'an aide', participantId: null },
  });
  await editor.call.editor.articles.assign({
    ...{ id: first, assigneeId: colleague.account.id, seenAssigneeId: null },
    ...{ dueOn: null, priority: 'normal' },
  });
  const [byline] = article.byline?.kind === 'authors' ? article.byline.authorIds : [];
  const update = (id: string, data: object) => db.article.update({ where: { id }, data });
  await update(first, { savedAt: new Date('2021-06-02T00:00:00.000Z'), genre: 'analysis' });
  await update(second, { savedAt: new Date('2021-06-01T23:59:59.999Z'), state: 'archived' });
  only = {
    kind: { kind: 'article', genre: 'analysis' },
    ...{ state: { state: 'draft' }, genre: { genre: 'analysis' }, q: { q: 'BEFORE rains' } },
    ...{ topic: { topic: article.topicIds[0] }, author: { author: byline } },
    ...{ owner: { owner: colleague.account.id }, assignee: { assignee: colleague.account.id } },
    ...{ terms: { terms: 'deep_background' } },
    ...{ from: { from: '2021-06-02' }, to: { from: '2021-06-02', to: '2021-06-02' } },
  };
});
afterAll(() => desk.close());

const list = (input: object) => editor.call.editor.articles.list(input);
const idsOf = async (input: object) => (await list(input)).items.map(({ id }) => id);

test('given any filter then what it does not fit is left out', async () => {
  for (const [name, filter] of Object.entries(only))
    expect(await idsOf(filter), name).toEqual([first]);
});

test.each(['newest', 'oldest', 'name'] as const)(
  'by %s, over the pages, counted',
  async (order) => {
    const inOrder = order === 'newest' ? [first, second] : [second, first];
    expect(await idsOf({ order })).toEqual(inOrder);
    const page = await list({ order, limit: 1, counted: true });
    expect(page).toMatchObject({ items: [{ id: inOrder[0] }], count: 2 });
    // The cursor continues in its own order, whatever order is requested with it.
    const rest = await list({ order: 'newest', limit: 1, cursor: page.nextCursor });
    expect(rest.items.map(({ id }) => id)).toEqual(inOrder.slice(1));
    expect(rest).not.toHaveProperty('count');
    expect(rest.nextCursor).toBeNull();
  },
);

test('a day is one in the journal’s time zone', async () => {
  const db = desk.db.editorial;
  const { save: _, ...journal } = await getJournal(db);
  await db.journal.create({ data: { id: 1, ...journal, timeZone: 'Pacific/Auckland', save: 1 } });
  expect(await idsOf({ from: '2021-06-02', to: '2021-06-02' })).toEqual([first, second]);
});

test('nonsense is refused, and no fault', async () => {
  const cursor = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url');
  for (const input of [
    ...[{ from: '2021-02-30' }, { to: '0000-01-01' }, { order: 'random' }],
    ...[{ cursor: cursor(['newest', 'Before', first]) }, { cursor: cursor(['name', 'x', 'y']) }],
  ])
    expect((await problemIn(list(input))).code, JSON.stringify(input)).toBe('invalid_input');
  expect((await list({ to: '9999-12-31', from: '0001-01-01' })).items).toHaveLength(2);
});
