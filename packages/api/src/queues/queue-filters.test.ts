import { addAuthor, addSource, addTopic } from '@viewpoints/db/testing/builders';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { articleQueues, findingQueues } from '@viewpoints/domain/desk/queues';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { writeArticle, writeWithFinding } from '../testing/written-article.ts';

type Filter = Omit<Parameters<Person['call']['editor']['queues']['counts']>[0], 'stuckAfter'>;

let desk: TestDesk;
let author: Person;
let editor: Person;
/** One that each filter keeps, and one that none does. */
let kept: Article;
let other: Article;
let filters: Record<string, Filter>;

beforeAll(async () => {
  desk = await openTestDesk();
  desk.clock.now = new Date();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  const db = desk.db.editorial;
  const [topic, byline] = [await addTopic(db), await addAuthor(db)];
  const { id: sourceId } = await addSource(db, {
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'a diplomat',
  });
  const past = { reviewBy: '2021-05-04' };
  const attribution = { sourceId, terms: null, descriptor: null, participantId: null };
  ({ article: kept } = await writeWithFinding(db, author, { ...past, attribution }));
  ({ article: other } = await writeWithFinding(db, author, past));
  ({ article: kept } = await editor.call.editor.articles.save({
    ...{ id: kept.id, seen: (await editor.call.editor.articles.get({ id: kept.id })).article.save },
    content: {
      ...articleContentOf(kept),
      ...{ genre: 'opinion', topicIds: [topic.id] },
      byline: { kind: 'authors', authorIds: [byline.id] },
    },
  }));
  for (const { id } of [kept, other])
    await author.call.editor.articles.submit({
      ...{ id, assigneeId: editor.account.id, dueOn: '2021-05-04' },
    });
  // Whatever was written before that day, and the other after it.
  const [before, after] = [new Date('2021-05-03T12:00Z'), new Date('2021-05-06T12:00Z')];
  for (const [{ id }, at] of [
    [kept, before],
    [other, after],
  ] as const) {
    await desk.db.sql('update article set saved_at = $2 where id = $1', [id, at]);
    await desk.db.sql('update finding set updated_at = $2 where article_id = $1', [id, at]);
  }
  filters = {
    kind: { genre: 'opinion' },
    topic: { topic: topic.id },
    author: { author: byline.id },
    terms: { terms: 'background' },
    'first day': { from: '2021-05-03', to: '2021-05-04' },
    'last day': { to: '2021-05-04' },
    several: { genre: 'opinion', terms: 'background', topic: topic.id, to: '2021-05-03' },
  };
});
afterAll(() => desk.close());

const names = ['kind', 'topic', 'author', 'terms', 'first day', 'last day', 'several'];

async function idsIn(filter: Filter) {
  const { queues } = editor.call.editor;
  const found: Record<string, string[]> = {};
  for (const queue of articleQueues)
    found[queue] = (await queues.articles({ queue, ...filter })).items.map(({ id }) => id);
  for (const queue of findingQueues)
    found[queue] = (await queues.findings({ queue, ...filter })).items.map(({ id }) => id);
  return found;
}

test('without a filter both are in each queue that they wait in', async () => {
  const both = [kept.id, other.id].toSorted();
  const found = await idsIn({});
  for (const queue of ['mine', 'review', 'approve', 'due', 'verify', 'review_by'])
    expect([queue, found[queue]?.toSorted()]).toEqual([queue, both]);
});

test.each(names)(
  'by %s, every queue has what it keeps, and the counts are of that',
  async (name) => {
    const filter = filters[name] ?? {};
    const found = await idsIn(filter);
    for (const queue of ['mine', 'review', 'approve', 'due', 'verify', 'review_by'])
      expect([queue, found[queue]]).toEqual([queue, [kept.id]]);
    const counts = await editor.call.editor.queues.counts(filter);
    expect(counts).toEqual(
      Object.fromEntries(Object.entries(found).map(([queue, ids]) => [queue, ids.length])),
    );
  },
);

test('what is stuck is narrowed, whatever the days', async () => {
  await desk.db.sql('update assignment set set_at = $1', [new Date('2021-05-03T12:00Z')]);
  await desk.db.sql('update approval set at = $1', [new Date('2021-05-03T12:00Z')]);
  const { queues } = editor.call.editor;
  const stuck = async (filter: Filter) =>
    (await queues.articles({ queue: 'stuck', ...filter })).items.map(({ id }) => id);
  expect((await stuck({})).toSorted()).toEqual([kept.id, other.id].toSorted());
  expect(await stuck(filters.kind ?? {})).toEqual([kept.id]);
  expect((await queues.counts(filters.kind ?? {})).stuck).toBe(1);
});

test('pages of a narrowed queue follow one another', async () => {
  const third = await writeArticle(desk.db.editorial, author);
  await author.call.editor.articles.submit({ id: third.id, assigneeId: editor.account.id });
  const { queues } = editor.call.editor;
  const genre = third.genre;
  const first = await queues.articles({ queue: 'mine', genre, limit: 1 });
  const next = await queues.articles({ queue: 'mine', genre, limit: 1, cursor: first.nextCursor });
  expect([...first.items, ...next.items].map(({ id }) => id).toSorted()).toEqual(
    [other.id, third.id].toSorted(),
  );
  expect(next.nextCursor).toBeNull();
});

test('a filter shows a contributor nothing of what they do not see', async () => {
  const stranger = await desk.person('contributor');
  for (const name of names) {
    const counts = await stranger.call.editor.queues.counts(filters[name] ?? {});
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
  }
});

test('a filter that no list has is refused', async () => {
  const { code } = await problemIn(
    editor.call.editor.queues.counts({ genre: 'gossip' } as unknown as Filter),
  );
  expect(code).toBe('invalid_input');
});
