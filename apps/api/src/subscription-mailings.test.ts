import { randomUUID } from 'node:crypto';
import type { JobContext } from '@viewpoints/api/jobs/job-context';
import { readBounce } from '@viewpoints/api/subscriptions/bounces/read-bounce';
import {
  createReturnPaths,
  type ReturnPaths,
} from '@viewpoints/api/subscriptions/bounces/return-paths';
import { settleBounce } from '@viewpoints/api/subscriptions/bounces/settle-bounce';
import { sendMailings } from '@viewpoints/api/subscriptions/send/send-mailings';
import { createSubscriberKeys } from '@viewpoints/api/subscriptions/subscriber-keys';
import { buildBounce } from '@viewpoints/api/testing/build-bounce';
import { openTestDesk, type Person, type TestDesk } from '@viewpoints/api/testing/test-desk';
import { approveChange, publishNew } from '@viewpoints/api/testing/written-article';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addActor, addIssue, addTopic } from '@viewpoints/db/testing/builders';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type MailServer, startMailServer } from './testing/mail-server.ts';

let desk: TestDesk;
let mail: MailServer;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  mail = await startMailServer();
  desk = await openTestDesk();
  [author, editor, publisher] = [
    await desk.person('contributor'),
    await desk.person('editor'),
    await desk.person('publisher'),
  ];
  await switchTo(true);
  await send(0);
}, 60_000);
afterAll(async () => {
  await desk.close();
  await mail.close();
});
beforeEach(() => {
  // The log has the time of the database.
  desk.clock.now = new Date();
});
afterEach(async () => {
  mail.refuse(null);
  await send(24 * 60 * 8);
  await desk.db.sql('delete from subscriber');
  await desk.db.sql('update mailing_cursor set at = now()');
  mail.received.length = 0;
});

const switchTo = (on: boolean) =>
  desk.db.sql(
    `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes, subscriptions)
     values (1, 'Harbour Review', 'Positions', 'en', 'UTC', '', true, $1)
     on conflict (id) do update set subscriptions = $1`,
    [on],
  );
const contextAt = (now: () => Date, returnPaths?: ReturnPaths): JobContext => ({
  ...{ editorial: desk.db.editorial, now },
  mail: { ...publisher.context.instance, smtpUrl: mail.url },
  instance: publisher.context.instance,
  subscriptions: {
    ...{ reader: desk.db.reader, keys: createSubscriberKeys(desk.db.secret), rate: 500 },
    ...{ returnPaths, log: { warn: () => {} } },
  },
});
/** Runs the job once, some minutes from now. */
const send = (minutes: number, returnPaths?: ReturnPaths) =>
  sendMailings(contextAt(() => new Date(Date.now() + minutes * 60_000), returnPaths));

type Wanted = { subject?: string; cadence?: string; since?: Date; language?: string };
async function subscribe(...wanted: Wanted[]): Promise<string> {
  const address = `reader-${randomUUID()}@mail.example`;
  const keys = createSubscriberKeys(desk.db.secret);
  const id = newId();
  await desk.db.sql('insert into subscriber values ($1, $2, $3, $4)', [
    ...[id, keys.addressHash(address), keys.encrypt(id, address), wanted[0]?.language ?? 'en'],
  ]);
  for (const { subject = 'everything', cadence = 'at_once', since = new Date(0) } of wanted)
    await desk.db.sql('insert into subscription values ($1, $2, $3, $4, $5)', [
      ...[newId(), id, subject, cadence, since],
    ]);
  return address;
}
const publishOne = async (given: Parameters<typeof publishNew>[3] = {}) =>
  publishNew(desk.db.editorial, author, publisher, given);
const sentTo = (address: string) => mail.received.filter(({ to }) => to === address);
const why = 'The paper was withdrawn.';

describe('an alert', () => {
  test('waits, and goes once to those who subscribed, with a way to leave', async () => {
    const address = await subscribe({});
    const other = await subscribe({ subject: `topic:${randomUUID()}` });
    const { article } = await publishOne();
    await send(9);
    expect(mail.received).toEqual([]);
    await send(11);
    await send(12);
    const [message, ...more] = sentTo(address);
    expect(more).toEqual([]);
    expect(sentTo(other)).toEqual([]);
    expect(message?.raw).toContain(`http://reader.example/articles/${article.slug}`);
    expect(message?.headers.get('subject')).toBe(article.headline);
    expect(message?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(message?.headers.get('list-unsubscribe')).toMatch(
      /^<http:\/\/reader\.example\/subscriptions\/leave\/[\w-]{64}>$/,
    );
    // No picture, and no address but those of the journal.
    expect(message?.raw).not.toMatch(/<img|background=|url\(/i);
    const hosts = [...(message?.raw ?? '').matchAll(/https?:\/\/([\w.-]+)/g)].map(
      ([, host]) => host,
    );
    expect(new Set(hosts)).toEqual(new Set(['reader.example']));
    // Nothing is left of who was written to.
    expect(await desk.db.sql('select from mailing')).toEqual([]);
    expect(await desk.db.sql('select from mailing_claim')).toEqual([]);
  });

  test('is not sent about a piece that was archived, retracted or put under an embargo meanwhile', async () => {
    const address = await subscribe({});
    const [archived, retracted] = [await publishOne(), await publishOne()];
    await publisher.call.editor.articles.archive({ id: archived.article.id });
    await publisher.call.editor.articles.retract({ id: retracted.article.id, why });
    await send(11);
    const words = sentTo(address)
      .map(({ raw }) => raw)
      .join();
    expect(words).not.toContain(archived.article.slug);
    expect(words).not.toContain(retracted.finding.id);
    expect(sentTo(address)).toEqual([]);
  });

  test('that is about to be sent is read again after the claim', async () => {
    const address = await subscribe({});
    const hidden = await publishOne();
    await desk.db.sql(
      `update published_article set visible_from = now() + interval '1 hour' where id = $1`,
      [hidden.article.id],
    );
    await desk.db.sql(
      `update published_finding set visible_from = now() + interval '1 hour' where article_id = $1`,
      [hidden.article.id],
    );
    await send(11);
    expect(sentTo(address)).toEqual([]);
  });

  test('tells of a position those who follow it, its actor or its issue, with who holds it', async () => {
    const actor = await addActor(desk.db.editorial);
    const issue = await addIssue(desk.db.editorial);
    const followers = await Promise.all(
      [`position:${actor.id}/${issue.id}`, `actor:${actor.id}`, `issue:${issue.id}`].map(
        (subject) => subscribe({ subject }),
      ),
    );
    const stranger = await subscribe({ subject: `position:${actor.id}/${randomUUID()}` });
    const { finding } = await publishOne({
      holders: [{ actorId: actor.id, wording: null, basis: 'articles_own' }],
      issueIds: [issue.id],
    });
    await send(11);
    for (const address of followers) {
      const [message] = sentTo(address);
      expect(message?.raw).toContain(`/findings/${finding.id}`);
      expect(message?.raw).toContain(actor.name);
    }
    expect(sentTo(stranger)).toEqual([]);
  });

  test('is one message for several subscriptions, in the language of who gets it', async () => {
    const { article } = await publishOne();
    const subjects = article.topicIds.map((id) => `topic:${id}`);
    const address = await subscribe({ language: 'de' }, { subject: subjects[0] ?? '' });
    await send(11);
    const [message, ...more] = sentTo(address);
    expect(more).toEqual([]);
    expect(message?.raw).toContain('Abbestellen');
    expect(message?.raw.match(new RegExp(`/articles/${article.slug}`, 'g'))).toHaveLength(2);
  });

  test('is not sent about a piece that is old, or came out before somebody subscribed', async () => {
    const late = await subscribe({ since: new Date(Date.now() + 60_000) });
    const address = await subscribe({});
    const { article } = await publishOne();
    await desk.db.sql(
      `update published_article set published_at = '2019-01-01', visible_from = '2019-01-01' where id = $1`,
      [article.id],
    );
    const other = await publishOne();
    await send(11);
    expect(sentTo(late)).toEqual([]);
    expect(sentTo(address)[0]?.raw).toContain(other.article.slug);
    expect(sentTo(address)[0]?.raw).not.toContain(article.slug);
  });
});

describe('a correction', () => {
  const correct = async (id: string, change: object = { standfirst: 'Ostrava waits on.' }) => {
    desk.clock.now = new Date();
    await approveChange(id, { author, editor, publisher }, change);
    await publisher.call.editor.articles.correct({
      id,
      corrections: [{ was: 'waits', now: 'waits on', why: 'It does.', severity: 'correction' }],
    });
  };

  test('goes to those who had subscribed when the error went out, also under a topic that it left', async () => {
    const { article } = await publishOne();
    const [topicId = ''] = article.topicIds;
    const had = await subscribe({ subject: `topic:${topicId}` });
    await send(11);
    expect(sentTo(had)).toHaveLength(1);
    const later = await subscribe({ subject: `topic:${topicId}`, since: new Date() });
    const elsewhere = await addTopic(desk.db.editorial);
    await correct(article.id, { topicIds: [elsewhere.id] });
    await send(11);
    const [, notice, ...more] = sentTo(had);
    expect(more).toEqual([]);
    expect(notice?.headers.get('subject')).toBe(`Correction: ${article.headline}`);
    expect(notice?.raw).toContain('waits on');
    expect(sentTo(later)).toEqual([]);
  });

  test('of a piece that was not sent yet is not sent: the piece goes out as it is now', async () => {
    const address = await subscribe({});
    const { article } = await publishOne();
    await correct(article.id);
    await send(11);
    expect(sentTo(address)).toHaveLength(1);
    expect(sentTo(address)[0]?.raw).toContain('Ostrava waits on.');
    expect(sentTo(address)[0]?.raw).not.toContain('It does.');
  });

  test('is a retraction where the piece is retracted, and has none of its words', async () => {
    const address = await subscribe({});
    const { article } = await publishOne();
    await send(11);
    mail.received.length = 0;
    desk.clock.now = new Date();
    await publisher.call.editor.articles.retract({ id: article.id, why });
    await send(11);
    const [notice] = sentTo(address);
    expect(notice?.headers.get('subject')).toBe(`Retraction: ${article.headline}`);
    expect(notice?.raw).toContain(why);
    expect(notice?.raw).not.toContain('Ostrava waits.');
  });
});

test('each message has its own return path, which does not contain the address', async () => {
  const address = await subscribe({});
  const other = await subscribe({});
  await publishOne();
  const paths = createReturnPaths(desk.db.secret, 'bounces@mail.example');
  await send(11, paths);
  const [message] = sentTo(address);
  expect(message?.from).toMatch(/^bounces\+[a-z2-7]{48}@mail\.example$/);
  expect(message?.headers.get('from')).toContain('<viewpoints@reader.example>');
  expect(message?.raw).not.toContain('bounces+');
  expect(sentTo(other)[0]?.from).not.toBe(message?.from);
  // What comes back to it, from any mail server.
  const { editorial } = desk.db;
  const report = readBounce(Buffer.from(buildBounce({ to: message?.from ?? '' })), null);
  const now = () => new Date(Date.now() + 11 * 60_000);
  expect(await settleBounce({ editorial, paths, now }, report)).toBe('ended');
  const keys = createSubscriberKeys(desk.db.secret);
  expect(await desk.db.sql('select address_hash from subscriber')).toEqual([
    { address_hash: keys.addressHash(other) },
  ]);
});

test('a message without an address for bounces has that of the sender', async () => {
  const address = await subscribe({});
  await publishOne();
  await send(11);
  expect(sentTo(address)[0]?.from).toBe('viewpoints@reader.example');
});

test('a digest goes out at its hour, once', async () => {
  const [daily, weekly] = [
    await subscribe({ cadence: 'daily' }),
    await subscribe({ cadence: 'weekly' }),
  ];
  const { article } = await publishOne();
  await send(24 * 60);
  await send(24 * 60 + 5);
  expect(sentTo(daily)).toHaveLength(1);
  expect(sentTo(daily)[0]?.raw).toContain(article.slug);
  await send(24 * 60 * 8);
  expect(sentTo(weekly)).toHaveLength(1);
  expect(sentTo(daily)).toHaveLength(1);
});

describe('sending', () => {
  test('tries again whom the mail server did not take, forgets who is not there, and writes to nobody twice', async () => {
    const [gone, blocked, busy, fine] = [
      await subscribe({}),
      await subscribe({}),
      await subscribe({}),
      await subscribe({}),
    ];
    await publishOne();
    const codes = new Map([
      [gone, 550],
      [blocked, 554],
      [busy, 451],
    ]);
    mail.refuse((address) => codes.get(address) ?? null);
    await send(11);
    expect(mail.received.map(({ to }) => to)).toEqual([fine]);
    mail.refuse(null);
    await send(12);
    expect(sentTo(busy)).toEqual([]);
    await send(27);
    expect(mail.received.map(({ to }) => to)).toEqual([fine, busy]);
    const keys = createSubscriberKeys(desk.db.secret);
    const rows = await desk.db.sql<{ address_hash: string }>('select address_hash from subscriber');
    expect(rows.map(({ address_hash }) => address_hash).sort()).toEqual(
      [blocked, busy, fine].map(keys.addressHash).sort(),
    );
  });

  test('is not begun again for those whom a worker that was killed had claimed', async () => {
    const addresses = await Promise.all(Array.from({ length: 25 }, () => subscribe({})));
    await publishOne();
    // As it is left by a worker that was killed between the claim and the message.
    await desk.db.sql(
      `insert into mailing (id, cadence, after, upto, created_at, position)
       select $1, 'at_once', number, (select last from public_change_count), now(),
         (select id from subscriber order by id limit 1 offset 4)
       from mailing_cursor where cadence = 'at_once'`,
      [newId()],
    );
    await desk.db.sql(
      `insert into mailing_claim (mailing_id, subscriber_id)
       select (select id from mailing), s.id from subscriber s order by s.id limit 5`,
    );
    await desk.db.sql(
      `update mailing_cursor set number = (select last from public_change_count) where cadence = 'at_once'`,
    );
    await send(11);
    expect(mail.received).toHaveLength(20);
    expect(new Set(mail.received.map(({ to }) => to)).size).toBe(20);
    expect(addresses).toEqual(expect.arrayContaining(mail.received.map(({ to }) => to)));
    expect(await desk.db.sql('select from mailing')).toEqual([]);
  });

  test('by two at once writes to nobody twice', async () => {
    await Promise.all(Array.from({ length: 50 }, () => subscribe({})));
    await publishOne();
    await Promise.all([send(11), send(11), send(11)]);
    expect(mail.received).toHaveLength(50);
    expect(new Set(mail.received.map(({ to }) => to)).size).toBe(50);
  });

  test('ends where subscriptions are switched off, and begins at the end of the log once they are on', async () => {
    const address = await subscribe({});
    await publishOne();
    await switchTo(false);
    await send(11);
    await switchTo(true);
    await send(12);
    await send(13);
    expect(sentTo(address)).toEqual([]);
  });
});
