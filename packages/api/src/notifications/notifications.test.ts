import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { WorkNotificationKind } from '@viewpoints/domain/notifications/notification';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JobContext } from '../jobs/job-context.ts';
import { sendMessage } from '../mail/send-message.ts';
import { commentOnPreview } from '../preview-links/comment-on-preview.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approve, writeArticle } from '../testing/written-article.ts';
import { sendNotifications, sweepNotifications } from './send-notifications.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let other: Person;
let publisher: Person;
let admin: Person;
let outbox = '';
beforeAll(async () => {
  desk = await openTestDesk();
  admin = await desk.person('admin');
});
afterAll(() => desk.close());

beforeEach(async () => {
  desk.clock.now = new Date('2021-03-04T09:00:00.000Z');
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  other = await desk.person('editor');
  publisher = await desk.person('publisher');
  outbox = await mkdtemp(join(tmpdir(), 'viewpoints-outbox-'));
  await desk.db.sql('delete from message');
  await desk.db.sql('delete from notification');
});

/** In every word of an article that no mailbox is to have. */
const canary = 'Zqcanary';

const context = (): JobContext => ({
  editorial: desk.db.editorial,
  mail: { smtpUrl: null, mailFrom: 'desk@journal.example', outboxDirectory: outbox },
  instance: { adminUrl: 'http://admin.example', readerUrl: 'http://reader.example' },
  now: () => desk.clock.now,
});

async function write() {
  const article = await writeArticle(desk.db.editorial, author);
  const words = { headline: `${canary} headline`, standfirst: canary, note: canary };
  const content = { ...articleContentOf(article), ...words };
  const { article: saved } = await author.call.editor.articles.save({
    ...{ id: article.id, seen: article.save, content },
  });
  return saved;
}
const kindsOf = async (person: Person) =>
  (await person.call.editor.notifications.list({})).items.map(({ kind }) => kind);
const unread = (person: Person) => person.call.editor.notifications.unread();

/** Runs the jobs that were enqueued, as a worker would, and sends what they wrote. */
async function work() {
  const jobs = await desk.db.sql<{ id: string; task: string; payload: unknown }>(
    `select j.id, t.identifier as task, j.payload from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'send_notifications' order by j.id`,
  );
  for (const { id, payload } of jobs) {
    await sendNotifications(context(), payload as { notificationIds: string[] });
    await desk.db.sql('delete from graphile_worker._private_jobs where id = $1', [id]);
  }
  return mails();
}

async function mails() {
  return desk.db.sql<{ recipient: string; subject: string; text: string }>(
    `select recipient, subject, text from message where kind = 'notification' order by recipient`,
  );
}

describe('who is notified', () => {
  test('the person an article was submitted to, and nobody else', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    expect(await kindsOf(editor)).toEqual(['awaits_you']);
    expect(await kindsOf(other)).toEqual([]);
    expect(await kindsOf(author)).toEqual([]);
  });

  test('everybody who can take it, where it was submitted to nobody', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id });
    for (const person of [editor, other, publisher])
      expect(await kindsOf(person)).toEqual(['awaits_you']);
    expect(await kindsOf(author)).toEqual([]);
    expect(await unread(admin)).toBe(0);
  });

  test('the next person when it is handed over, once', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    const hand = { id, seenAssigneeId: editor.account.id, assigneeId: other.account.id };
    await editor.call.editor.articles.assign(hand);
    await editor.call.editor.articles.assign({
      ...{ ...hand, seenAssigneeId: other.account.id, dueOn: '2021-04-01' },
    });
    expect(await kindsOf(other)).toEqual(['awaits_you']);
  });

  test('the author of what was sent back, approved and published', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id });
    await editor.call.editor.articles.requestChanges({ id, comment: canary });
    expect(await kindsOf(author)).toEqual(['sent_back']);
    desk.clock.now = new Date('2021-03-04T10:00:00.000Z');
    const revisionId = await approve(id, author, editor);
    desk.clock.now = new Date('2021-03-04T11:00:00.000Z');
    await publisher.call.editor.articles.publish({ id, revisionId });
    expect(await kindsOf(author)).toEqual(['published', 'approved', 'sent_back']);
    expect((await kindsOf(editor)).filter((kind) => kind === 'approved')).toEqual([]);
  });

  test('nothing of an article that they may not see any more, in the list or by e-mail', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    await desk.db.sql(`update account set roles = '{contributor}' where id = $1`, [
      editor.account.id,
    ]);
    expect(await kindsOf(editor)).toEqual([]);
    expect(await unread(editor)).toBe(0);
    expect(await work()).toEqual([]);
  });

  test('no account that is disabled', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    await admin.call.editor.people.disable({ id: editor.account.id });
    expect(await work()).toEqual([]);
  });
});

describe('reading', () => {
  test('marks some, those of an article, or all', async () => {
    const articles = [await write(), await write(), await write()];
    for (const { id } of articles)
      await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    const { notifications } = editor.call.editor;
    expect(await unread(editor)).toBe(3);
    const { items } = await notifications.list({ limit: 1 });
    await notifications.markRead({ ids: items.map(({ id }) => id) });
    expect(await unread(editor)).toBe(2);
    const left = articles.find(({ id }) => id !== items[0]?.articles[0]?.id);
    await notifications.markRead({ articleId: left?.id ?? '' });
    expect(await unread(editor)).toBe(1);
    await notifications.markRead({});
    expect(await unread(editor)).toBe(0);
  });

  test('marks nobody else’s', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id });
    const { items } = await editor.call.editor.notifications.list({});
    await other.call.editor.notifications.markRead({ ids: items.map((each) => each.id) });
    expect(await unread(editor)).toBe(1);
  });
});

describe('e-mail', () => {
  test('names the kind and a link, and no word of the article', async () => {
    const { id } = await write();
    const submitted = { id, assigneeId: editor.account.id, line: canary };
    await author.call.editor.articles.submit(submitted);
    const [mail, ...more] = await work();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ recipient: editor.account.email });
    expect(mail?.subject).toContain('An article awaits you');
    expect(mail?.text).toContain(`http://admin.example/articles/${id}`);
    expect(JSON.stringify(mail)).not.toContain(canary);
    const [{ message }] = (await desk.db.sql('select id as message from message')) as [
      { message: string },
    ];
    await sendMessage(context(), message);
    const [file] = await readdir(outbox);
    expect(await readFile(join(outbox, file ?? ''), 'utf8')).not.toContain(canary);
  });

  test('is sent once, however often the job and the sweep run', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    const { items } = await editor.call.editor.notifications.list({});
    const job = { notificationIds: items.map((each) => each.id) };
    await Promise.all([
      sendNotifications(context(), job),
      sendNotifications(context(), job),
      sweepNotifications(context()),
    ]);
    expect(await mails()).toHaveLength(1);
  });

  test('of a lost job is made up for by the sweep', async () => {
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    await desk.db.sql(`delete from graphile_worker._private_jobs`);
    desk.clock.now = new Date('2021-03-05T09:00:00.000Z');
    await sweepNotifications(context());
    expect(await mails()).toHaveLength(1);
  });

  test('is not sent of what was read, nor where the kind is off', async () => {
    const first = await write();
    await author.call.editor.articles.submit({ id: first.id, assigneeId: editor.account.id });
    await editor.call.editor.notifications.markRead({});
    const settings = await other.call.editor.notifications.settings();
    await other.call.editor.notifications.saveSettings({ ...settings, awaits_you: 'off' });
    const second = await write();
    await author.call.editor.articles.submit({ id: second.id, assigneeId: other.account.id });
    expect(await work()).toEqual([]);
    await sweepNotifications(context());
    expect(await mails()).toEqual([]);
    expect(await unread(other)).toBe(1);
  });

  test('once a day goes out at seven where its recipient is, in one message', async () => {
    await desk.db.sql(`update account set time_zone = 'America/New_York' where id = $1`, [
      editor.account.id,
    ]);
    const settings = await editor.call.editor.notifications.settings();
    const daily = Object.fromEntries(WorkNotificationKind.options.map((kind) => [kind, 'daily']));
    await editor.call.editor.notifications.saveSettings({ ...settings, ...daily });
    const articles = [await write(), await write()];
    for (const { id } of articles)
      await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    expect(await work()).toEqual([]);
    // Seven there is noon in UTC, before the clocks change.
    desk.clock.now = new Date('2021-03-04T11:59:00.000Z');
    await sweepNotifications(context());
    expect(await mails()).toEqual([]);
    desk.clock.now = new Date('2021-03-04T12:00:00.000Z');
    await sweepNotifications(context());
    await sweepNotifications(context());
    const sent = await mails();
    expect(sent).toHaveLength(1);
    for (const { id } of articles) expect(sent[0]?.text).toContain(id);
    expect(sent[0]?.subject).toContain('2 notifications');
    expect(sent[0]?.text).not.toContain(canary);
  });

  test('once a day is made up for after the worker was down over the hour', async () => {
    const settings = await editor.call.editor.notifications.settings();
    await editor.call.editor.notifications.saveSettings({ ...settings, awaits_you: 'daily' });
    const { id } = await write();
    await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
    desk.clock.now = new Date('2021-03-06T15:00:00.000Z');
    await sweepNotifications(context());
    expect(await mails()).toHaveLength(1);
  });
});

test('a mention is notified without a word of the comment', async () => {
  const { id } = await write();
  await author.call.editor.articles.comments.start({
    ...{ articleId: id, on: { kind: 'field', field: 'headline' } },
    ...{ text: `@Editor, ${canary} said so`, mentions: [editor.account.id] },
  });
  await work();
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail?.subject).toContain('You were mentioned');
  expect(mail?.text).toContain(`http://admin.example/articles/${id}`);
  expect(JSON.stringify(mail)).not.toContain(canary);
});

describe('a comment on a shared preview', () => {
  const share = async () => {
    const { id } = await write();
    const { link } = await editor.call.editor.articles.previewLinks.create({
      ...{ articleId: id, label: `${canary} of the council` },
    });
    await author.call.editor.articles.submit({ id, assigneeId: other.account.id });
    await desk.db.sql('delete from notification');
    await desk.db.sql('delete from message');
    await work();
    const token = link.split('/').at(-1) ?? '';
    const comment = (text: string) =>
      commentOnPreview(
        { editorial: desk.db.editorial, now: () => desk.clock.now },
        { token, comment: { text, on: { kind: 'article' } } },
      );
    return { id, comment };
  };

  test('notifies authors, the assignee and the maker of the link, without its words', async () => {
    const { id, comment } = await share();
    await comment(`${canary} of a reader`);
    for (const person of [author, other, editor])
      expect(await kindsOf(person)).toEqual(['preview_commented']);
    for (const person of [publisher, admin]) expect(await unread(person)).toBe(0);
    const sent = await work();
    expect(sent.map(({ recipient }) => recipient).sort()).toEqual(
      [author, other, editor].map(({ account }) => account.email).sort(),
    );
    for (const mail of sent) {
      expect(mail.subject).toContain('A preview has comments');
      expect(mail.text).toContain(`http://admin.example/articles/${id}`);
      expect(JSON.stringify(mail)).not.toContain(canary);
    }
  });

  test('notifies once an hour, and by mail as each person chose', async () => {
    const { comment } = await share();
    const settings = await other.call.editor.notifications.settings();
    await other.call.editor.notifications.saveSettings({ ...settings, preview_commented: 'off' });
    await comment('One');
    desk.clock.now = new Date('2021-03-04T09:30:00.000Z');
    await comment('Two');
    expect([await unread(author), await unread(other)]).toEqual([1, 1]);
    desk.clock.now = new Date('2021-03-04T10:00:00.000Z');
    await comment('Three');
    expect([await unread(author), await unread(other)]).toEqual([2, 2]);
    const recipients = (await work()).map(({ recipient }) => recipient);
    expect(recipients).not.toContain(other.account.email);
    expect(recipients).toContain(author.account.email);
  });

  test('notifies nobody who can no longer see the article', async () => {
    const { comment } = await share();
    await desk.db.sql(`update account set roles = '{admin}' where id = $1`, [other.account.id]);
    await comment('Seen?');
    expect(
      await desk.db.sql('select 1 from notification where account_id = $1', [other.account.id]),
    ).toEqual([]);
  });
});

describe('what is overdue', () => {
  test('is sent once for each day that was missed, whoever was down', async () => {
    const { id } = await write();
    const to = { assigneeId: editor.account.id, dueOn: '2021-03-05' };
    await author.call.editor.articles.submit({ id, ...to });
    const overdue = async () => (await kindsOf(editor)).filter((kind) => kind === 'overdue').length;
    desk.clock.now = new Date('2021-03-05T20:00:00.000Z');
    await sweepNotifications(context());
    expect(await overdue()).toBe(0);
    desk.clock.now = new Date('2021-03-08T09:00:00.000Z');
    await Promise.all([sweepNotifications(context()), sweepNotifications(context())]);
    await sweepNotifications(context());
    expect(await overdue()).toBe(1);
    const moved = { seenAssigneeId: editor.account.id, ...to, dueOn: '2021-03-09' };
    await other.call.editor.articles.assign({ id, ...moved });
    desk.clock.now = new Date('2021-03-11T09:00:00.000Z');
    await sweepNotifications(context());
    expect(await overdue()).toBe(2);
  });
});

test('a notification is removed after ninety days', async () => {
  const { id } = await write();
  await author.call.editor.articles.submit({ id, assigneeId: editor.account.id });
  desk.clock.now = new Date('2021-06-01T09:00:00.000Z');
  await sweepNotifications(context());
  expect(await kindsOf(editor)).toHaveLength(1);
  desk.clock.now = new Date('2021-06-03T09:00:00.000Z');
  await sweepNotifications(context());
  expect(await kindsOf(editor)).toEqual([]);
});
