import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../testing/test-desk.ts';
import { writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let admin: Person;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  admin = await desk.person('admin');
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const assignmentOf = async (id: string) =>
  (await publisher.call.editor.articles.get({ id })).assignment;

/** An article in review that is assigned to a person, by a day. */
async function waitsFor({ account }: Person): Promise<string> {
  const { id } = await writeArticle(desk.db.editorial, author);
  await author.call.editor.articles.submit({
    ...{ id, assigneeId: account.id, dueOn: '2021-03-10', priority: 'high' },
  });
  return id;
}
/** A draft that waits for an editor, who can edit it. */
async function draftFor({ account }: Person): Promise<string> {
  const { id } = await writeArticle(desk.db.editorial, author);
  const given = { id, seenAssigneeId: null, assigneeId: account.id };
  await publisher.call.editor.articles.assign(given);
  return id;
}

test('what waits for a disabled account goes to who is named, with its day and priority', async () => {
  const leaving = await desk.person('editor');
  const id = await waitsFor(leaving);
  const { accounts } = await admin.call.editor.people.list();
  expect(accounts.find((each) => each.id === leaving.account.id)?.assignedArticles).toBe(1);
  const input = { id: leaving.account.id, handOverTo: editor.account.id };
  expect(await admin.call.editor.people.disable(input)).toMatchObject({
    ...{ handedOver: 1, unassigned: 0 },
  });
  expect(await assignmentOf(id)).toMatchObject({
    ...{ assigneeId: editor.account.id, dueOn: '2021-03-10', priority: 'high' },
  });
  const { items } = await publisher.call.editor.audit.list({
    ...{ subjectId: id, action: 'article.assign' },
  });
  expect(items.map(({ givenTo }) => givenTo)).toEqual([editor.account.name]);
});

test('what they cannot take is for anybody, and so is all where nobody is named', async () => {
  const leaving = await desk.person('editor');
  const [review, draft] = [await waitsFor(leaving), await draftFor(leaving)];
  // A contributor neither approves nor edits what is not their own.
  const other = await desk.person('contributor');
  const input = { id: leaving.account.id, handOverTo: other.account.id };
  expect(await admin.call.editor.people.disable(input)).toMatchObject({
    ...{ handedOver: 0, unassigned: 2 },
  });
  for (const id of [review, draft]) expect((await assignmentOf(id))?.assigneeId).toBe(null);
  const next = await desk.person('editor');
  const id = await waitsFor(next);
  await admin.call.editor.people.disable({ id: next.account.id });
  expect((await assignmentOf(id))?.assigneeId).toBe(null);
});

test('nobody is disabled where who is named cannot sign in, or is the same', async () => {
  const leaving = await desk.person('editor');
  const gone = await desk.person('editor');
  await admin.call.editor.people.disable({ id: gone.account.id });
  const id = await waitsFor(leaving);
  for (const handOverTo of [gone.account.id, leaving.account.id]) {
    const disabling = admin.call.editor.people.disable({ id: leaving.account.id, handOverTo });
    expect(await reasonsIn(disabling)).toEqual(['cannot_take']);
  }
  expect((await assignmentOf(id))?.assigneeId).toBe(leaving.account.id);
  await expect(leaving.call.editor.me()).resolves.toMatchObject({ id: leaving.account.id });
});
