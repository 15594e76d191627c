import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { JobContext } from '../jobs/job-context.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approve, findingContent, writeArticle } from '../testing/written-article.ts';
import { sendNotifications, sweepNotifications } from './send-notifications.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let other: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  desk.clock.now = new Date('2021-03-04T09:00:00.000Z');
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  other = await desk.person('editor');
  publisher = await desk.person('publisher');
  await desk.db.sql('delete from message');
  await desk.db.sql('delete from notification');
  await desk.db.sql('delete from graphile_worker._private_jobs');
});

const context = (): JobContext => ({
  editorial: desk.db.editorial,
  mail: { smtpUrl: null, mailFrom: 'desk@journal.example', outboxDirectory: '' },
  instance: { adminUrl: 'http://admin.example', readerUrl: 'http://reader.example' },
  now: () => desk.clock.now,
});

/** Sends what was enqueued, as a worker would; returns the e-mails with notifications. */
async function mails() {
  const jobs = await desk.db.sql<{ payload: unknown }>(
    `select j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'send_notifications' order by j.id`,
  );
  for (const { payload } of jobs)
    await sendNotifications(context(), payload as { notificationIds: string[] });
  return desk.db.sql<{ recipient: string; subject: string; text: string }>(
    `select recipient, subject, text from message where kind = 'notification' order by recipient`,
  );
}

const written = async (count: number) => {
  const ids: string[] = [];
  for (let one = 0; one < count; one += 1)
    ids.push((await writeArticle(desk.db.editorial, author)).id);
  return ids;
};
const notices = async ({ call }: Person) => (await call.editor.notifications.list({})).items;
const unread = ({ call }: Person) => call.editor.notifications.unread();
const assign = (ids: readonly string[], to: Person, days: { dueOn?: string } = {}) =>
  editor.call.editor.articles.assignMany({
    articles: ids.map((id) => ({ id, seenAssigneeId: null })),
    ...{ assigneeId: to.account.id, ...days },
  });

test('several articles given to somebody at once are one notification and one e-mail', async () => {
  const ids = await written(3);
  await assign(ids, other);
  const [notice, ...more] = await notices(other);
  expect(more).toEqual([]);
  expect(notice?.kind).toBe('awaits_you');
  expect(notice?.articles.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(await unread(other)).toBe(1);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail?.recipient).toBe(other.account.email);
  expect(mail?.subject).toContain('3 articles await you');
  for (const id of ids) expect(mail?.text).toContain(`http://admin.example/articles/${id}`);
});

test('what is given to each of two at different times stays apart', async () => {
  const [first, second] = await written(2);
  await assign([first ?? ''], other);
  desk.moveOn(1);
  await assign([second ?? ''], other);
  expect(await unread(other)).toBe(2);
  expect(await mails()).toHaveLength(2);
});

test('it is unread until all of it is read, and read at once by its own button', async () => {
  const ids = await written(2);
  await assign(ids, other);
  const { notifications } = other.call.editor;
  await notifications.markRead({ articleId: ids[0] ?? '' });
  expect(await unread(other)).toBe(1);
  expect((await notices(other))[0]?.readAt).toBeNull();
  const [notice] = await notices(other);
  await editor.call.editor.notifications.markRead({ ids: [notice?.id ?? ''] });
  expect(await unread(other)).toBe(1);
  await notifications.markRead({ ids: [notice?.id ?? ''] });
  expect(await unread(other)).toBe(0);
  expect((await notices(other))[0]?.readAt).not.toBeNull();
});

test('articles that its recipient may not see any more are not in it', async () => {
  const ids = await written(2);
  const own = (await writeArticle(desk.db.editorial, other)).id;
  await assign([...ids, own], other);
  await desk.db.sql(`update account set roles = '{contributor}' where id = $1`, [other.account.id]);
  const [notice] = await notices(other);
  expect(notice?.articles.map(({ id }) => id)).toEqual([own]);
  const [mail] = await mails();
  expect(mail?.subject).toContain('An article awaits you');
  for (const id of ids) expect(mail?.text).not.toContain(id);
});

test('the articles of a release are one notification to each of their authors', async () => {
  const ids = await written(2);
  for (const id of ids) await approve(id, author, editor);
  const alone = (await writeArticle(desk.db.editorial, other)).id;
  await approve(alone, other, editor);
  await desk.db.sql('delete from notification');
  const name = 'Winter papers';
  const { id } = await editor.call.editor.releases.create({ name });
  await editor.call.editor.releases.save({ id, seen: 1, name, articleIds: [...ids, alone] });
  await publisher.call.editor.releases.publish({ id });
  const of = async (person: Person) =>
    (await notices(person)).map(({ kind, articles }) => [kind, articles.map((each) => each.id)]);
  expect((await of(author)).map(([kind, of]) => [kind, of?.length])).toEqual([['published', 2]]);
  expect(await of(other)).toEqual([['published', [alone]]]);
});

test('articles of one day that is over are one notification', async () => {
  const ids = await written(2);
  await assign(ids, other, { dueOn: '2021-03-04' });
  await desk.db.sql('delete from notification');
  desk.clock.now = new Date('2021-03-05T09:00:00.000Z');
  await sweepNotifications(context());
  await sweepNotifications(context());
  const found = await notices(other);
  expect(found.map(({ kind, articles }) => [kind, articles.length])).toEqual([['overdue', 2]]);
});

test('findings that are changed several at once, and put back, notify nobody of each', async () => {
  const article = await writeArticle(desk.db.editorial, author);
  for (const proposition of ['Ostrava waits', 'Ostrava signs', 'Ostrava asks'])
    await author.call.editor.findings.propose({
      ...{ articleId: article.id, seen: article.save },
      content: findingContent(article, { proposition }),
    });
  await approve(article.id, author, publisher);
  await desk.db.sql('delete from notification');
  const { findings } = await editor.call.editor.articles.get({ id: article.id });
  const to = { terms: 'background' } as const;
  await editor.call.editor.findings.changeMany({
    ...{ findings: findings.map(({ id, updatedAt }) => ({ id, seen: updatedAt })), change: to },
  });
  const { undone } = await editor.call.editor.findings.undoMany({
    findings: findings.map(({ id }) => ({ id, from: to, to: { terms: 'on_record' } })),
  });
  expect(undone).toHaveLength(3);
  for (const person of [author, editor, publisher]) expect(await notices(person)).toEqual([]);
});

test('the list is narrowed by kind, state and days, counted, and read in both orders', async () => {
  const ids = await written(3);
  await assign(ids.slice(0, 2), other);
  desk.clock.now = new Date('2021-03-08T09:00:00.000Z');
  await assign(ids.slice(2), other);
  const { list, markRead } = other.call.editor.notifications;
  const lengths = async (input: Parameters<typeof list>[0]) =>
    (await list(input)).items.map(({ articles }) => articles.length);
  expect(await lengths({})).toEqual([1, 2]);
  expect(await lengths({ order: 'oldest' })).toEqual([2, 1]);
  expect(await lengths({ kind: 'awaits_you' })).toEqual([1, 2]);
  expect(await lengths({ kind: 'published' })).toEqual([]);
  expect(await lengths({ to: '2021-03-04' })).toEqual([2]);
  expect(await lengths({ from: '2021-03-05' })).toEqual([1]);
  await markRead({ articleId: ids[2] ?? '' });
  expect(await lengths({ state: 'unread' })).toEqual([2]);
  expect(await lengths({ state: 'read' })).toEqual([1]);
  const { count, nextCursor, items } = await list({
    ...{ kind: 'awaits_you', order: 'oldest', limit: 1, counted: true },
  });
  expect([count, items[0]?.articles.length]).toEqual([2, 2]);
  const rest = await list({ kind: 'awaits_you', limit: 1, cursor: nextCursor });
  expect(rest.items.map(({ articles }) => articles.length)).toEqual([1]);
});
