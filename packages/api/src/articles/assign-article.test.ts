import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { approve, publishNew, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let other: Person;
let publisher: Person;
let admin: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  other = await desk.person('editor');
  publisher = await desk.person('publisher');
  admin = await desk.person('admin');
});
afterAll(() => desk.close());

/** Not a word of it may get into the audit record. */
const line = 'Zqline: the second table is not checked.';
const write = () => writeArticle(desk.db.editorial, author);
const assignmentOf = async (id: string) =>
  (await publisher.call.editor.articles.get({ id })).assignment;
const recordOf = (id: string, action: string) =>
  desk.db.sql('select details from audit_record where subject_id = $1 and action = $2', [
    id,
    action,
  ]);

describe('submitting to an assignee', () => {
  test('gives it to them with a day, a priority and a line', async () => {
    const { id } = await write();
    const to = { assigneeId: editor.account.id, dueOn: '2021-03-10', priority: 'high' as const };
    await author.call.editor.articles.submit({ id, ...to, line });
    const { assignment, comments, people } = await editor.call.editor.articles.get({ id });
    expect(assignment).toMatchObject({ ...to, setBy: author.account.id });
    expect(comments).toMatchObject([{ kind: 'submission', text: line }]);
    expect(people[editor.account.id]).toBe(editor.account.name);
    const mine = await editor.call.editor.articles.list({ assignee: editor.account.id });
    expect(mine.items.find((each) => each.id === id)?.assignment).toEqual({
      assignee: { id: editor.account.id, name: editor.account.name },
      ...{ dueOn: '2021-03-10', priority: 'high' },
    });
    const [record] = await recordOf(id, 'article.submit');
    expect(record).toMatchObject({ details: { to: editor.account.id, dueOn: '2021-03-10' } });
    expect(JSON.stringify(record)).not.toContain('Zqline');
  });

  test('is refused if the assignee can do nothing with it, and submits nothing', async () => {
    const { id } = await write();
    const refused = author.call.editor.articles.submit({ id, assigneeId: author.account.id });
    expect(await reasonsIn(refused)).toEqual(['cannot_take']);
    expect((await author.call.editor.articles.get({ id })).article.state).toBe('draft');
  });

  test('sent back, it is its author’s turn; the day was for the review', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({
      ...{ id, assigneeId: editor.account.id, dueOn: '2021-03-10', priority: 'high' },
    });
    await editor.call.editor.articles.requestChanges({ id, comment: 'Name the council.' });
    expect(await assignmentOf(id)).toMatchObject({
      ...{ assigneeId: author.account.id, dueOn: null, priority: 'high' },
    });
  });

  test('approved, it is for any publisher; published, for nobody', async () => {
    const { id } = await write();
    const { revisionId } = await author.call.editor.articles.submit({
      ...{ id, assigneeId: editor.account.id },
    });
    const approved = await editor.call.editor.articles.approve({ id, revisionId });
    expect(await assignmentOf(id)).toMatchObject({ assigneeId: null });
    const { approvedRevisionId } = approved;
    await publisher.call.editor.articles.publish({ id, revisionId: approvedRevisionId ?? '' });
    expect(await assignmentOf(id)).toBeNull();
  });

  test('taken back, it is the turn of who took it back', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    await author.call.editor.articles.recall({ id });
    expect(await assignmentOf(id)).toMatchObject({ assigneeId: author.account.id });
  });
});

describe('handing over', () => {
  test('is recorded with both people, and without the line', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    await editor.call.editor.articles.assign({
      ...{ id, seenAssigneeId: editor.account.id, assigneeId: other.account.id, line },
    });
    expect(await assignmentOf(id)).toMatchObject({ assigneeId: other.account.id });
    const [record] = await recordOf(id, 'article.assign');
    expect(record).toMatchObject({ details: { from: editor.account.id, to: other.account.id } });
    expect(JSON.stringify(record)).not.toContain('Zqline');
    const { comments } = await other.call.editor.articles.get({ id });
    expect(comments).toMatchObject([{ kind: 'hand_over', text: line }]);
  });

  test('is refused if it was assigned to another meanwhile, who is named', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id });
    const take = (person: Person) =>
      person.call.editor.articles.assign({
        ...{ id, seenAssigneeId: null, assigneeId: person.account.id },
      });
    await take(editor);
    const problem = await problemIn(take(other));
    expect(problem).toMatchObject({ code: 'stale', reasons: [{ code: 'assignment_changed' }] });
    expect(problem.reasons[0]?.message).toContain(editor.account.name);
    expect(await assignmentOf(id)).toMatchObject({ assigneeId: editor.account.id });
  });

  test('is refused to those whose article it is not, and of what awaits nothing', async () => {
    const stranger = await desk.person('contributor');
    const { id } = await write();
    const none = { seenAssigneeId: null, assigneeId: null };
    expect(await reasonsIn(stranger.call.editor.articles.assign({ id, ...none }))).toEqual([
      'not_your_own',
    ]);
    const { article } = await publishNew(desk.db.editorial, author, publisher);
    const published = publisher.call.editor.articles.assign({ id: article.id, ...none });
    expect(await reasonsIn(published)).toEqual(['nothing_awaited']);
  });

  test('an account that is disabled keeps no article', async () => {
    const leaving = await desk.person('editor');
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: leaving.account.id });
    await admin.call.editor.people.disable({ id: leaving.account.id });
    expect(await assignmentOf(id)).toMatchObject({ assigneeId: null });
    expect(await recordOf(leaving.account.id, 'people.disable')).toEqual([
      { details: { handedOver: 0, unassigned: 1, to: null } },
    ]);
  });
});

test('a line that came with a submission does not make it one that was sent back', async () => {
  const { id } = await write();
  await author.call.editor.articles.submit({ id, line });
  await author.call.editor.articles.recall({ id });
  desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
  const { awaitingMe } = await author.call.editor.desk();
  expect(awaitingMe.articles.map((each) => each.id)).not.toContain(id);
});

test('what was said of an article is in nothing that readers get', async () => {
  const { id, slug } = await write();
  await author.call.editor.articles.submit({ id, line, assigneeId: editor.account.id });
  await author.call.editor.articles.recall({ id });
  const revisionId = await approve(id, author, publisher);
  await publisher.call.editor.articles.publish({ id, revisionId });
  expect(JSON.stringify(await desk.nobody.articles.bySlug({ slug }))).not.toContain('Zqline');
  const found = await desk.db.sql(
    `select from published_article p where p::text like '%Zqline%'
     union all select from public_text t where t::text like '%Zqline%'
     union all select from revision r where r::text like '%Zqline%'`,
  );
  expect(found).toEqual([]);
});
