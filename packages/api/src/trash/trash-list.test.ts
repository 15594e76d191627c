import { addActor } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

test('the list is narrowed by kind, words, person and days, counted, and read in both orders', async () => {
  desk.clock.now = new Date('2021-03-04T09:00:00.000Z');
  const { id } = await writeArticle(desk.db.editorial, author);
  await author.call.editor.articles.trash({ id });
  desk.moveOn(48);
  const actor = await addActor(desk.db.editorial, { name: '100% Harbour' });
  await editor.call.editor.actors.remove({ id: actor.id });
  const found = async (input: Parameters<typeof list>[0], person = publisher) =>
    (await person.call.editor.trash.list(input)).items.map((item) => item.id);
  const { list } = publisher.call.editor.trash;
  expect(await found({})).toEqual([actor.id, id]);
  expect(await found({ order: 'oldest' })).toEqual([id, actor.id]);
  expect(await found({ kind: 'article' })).toEqual([id]);
  expect(await found({ q: '100% harb' })).toEqual([actor.id]);
  expect(await found({ q: 'before rains' })).toEqual([id]);
  expect(await found({ owner: editor.account.id })).toEqual([actor.id]);
  expect(await found({ to: '2021-03-04' })).toEqual([id]);
  expect(await found({ from: '2021-03-05' })).toEqual([actor.id]);
  const { nextCursor, count } = await list({ order: 'oldest', limit: 1, counted: true });
  expect([count, await found({ cursor: nextCursor })]).toEqual([2, [actor.id]]);
  // No filter shows a contributor what is not theirs.
  const stranger = await desk.person('contributor');
  for (const filter of [
    {},
    { q: 'before' },
    { owner: author.account.id },
    { kind: 'article' as const },
  ])
    expect(await found(filter, stranger)).toEqual([]);
  expect(await found({ kind: 'actor' }, author)).toEqual([]);
});
