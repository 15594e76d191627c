import { randomUUID } from 'node:crypto';
import type { JobContext } from '@viewpoints/api/jobs/job-context';
import { sendMailings } from '@viewpoints/api/subscriptions/send/send-mailings';
import { createSubscriberKeys } from '@viewpoints/api/subscriptions/subscriber-keys';
import { openTestDesk, type Person, type TestDesk } from '@viewpoints/api/testing/test-desk';
import { approveChange, publishNew } from '@viewpoints/api/testing/written-article';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addSource } from '@viewpoints/db/testing/builders';
import type { NewsletterItem } from '@viewpoints/domain/newsletters/newsletter';
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
  for (const { context } of [author, editor, publisher]) context.instance.smtpUrl = mail.url;
  await offer(true);
  await send(0);
}, 60_000);
afterAll(async () => {
  await desk.close();
  await mail.close();
});
beforeEach(() => {
  desk.clock.now = new Date();
});
afterEach(async () => {
  await offer(true);
  await send(24 * 60 * 8);
  await desk.db.sql('delete from subscriber');
  await desk.db.sql('update mailing_cursor set at = now()');
  mail.received.length = 0;
});

const offer = (on: boolean) =>
  desk.db.sql(
    `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes, subscriptions, newsletter_languages)
     values (1, 'Harbour Review', 'Positions', 'en', 'UTC', '', true, $1, '{en,fr}')
     on conflict (id) do update set subscriptions = $1`,
    [on],
  );
const contextAt = (now: () => Date): JobContext => ({
  ...{ editorial: desk.db.editorial, now },
  mail: { ...publisher.context.instance, smtpUrl: mail.url },
  instance: publisher.context.instance,
  subscriptions: {
    ...{ reader: desk.db.reader, keys: createSubscriberKeys(desk.db.secret), rate: 500 },
    log: { warn: () => {} },
  },
});
/** Runs the job once, some minutes from now. */
const send = (minutes: number) =>
  sendMailings(contextAt(() => new Date(Date.now() + minutes * 60_000)));

async function subscribe(subject = 'newsletter:en', since = new Date(0)): Promise<string> {
  const address = `reader-${randomUUID()}@mail.example`;
  const keys = createSubscriberKeys(desk.db.secret);
  const id = newId();
  await desk.db.sql('insert into subscriber values ($1, $2, $3, $4)', [
    ...[id, keys.addressHash(address), keys.encrypt(id, address), 'en'],
  ]);
  await desk.db.sql('insert into subscription values ($1, $2, $3, $4, $5)', [
    ...[newId(), id, subject, 'at_once', since],
  ]);
  return address;
}
const publishOne = () => publishNew(desk.db.editorial, author, publisher);
const sentTo = (address: string) => mail.received.filter(({ to }) => to === address);
const why = 'The paper was withdrawn.';

/** A newsletter written by the editor and approved by the publisher. */
async function approved(items: NewsletterItem[], subject = 'The harbour in May'): Promise<string> {
  const { newsletters } = editor.call.editor;
  const { id, save } = await newsletters.create({ subject, language: 'en' });
  const content = { subject, preheader: 'Two ports', language: 'en', items };
  const { save: seen } = await newsletters.save({ id, seen: save, content });
  await newsletters.submit({ id, seen });
  await publisher.call.editor.newsletters.approve({ id, seen });
  return id;
}
async function schedule(id: string, sendAt: string | null = null): Promise<void> {
  const { save: seen } = (await editor.call.editor.newsletters.get({ id })).newsletter;
  const times = { sendAt, timeZone: 'UTC' };
  await publisher.call.editor.newsletters.schedule({ id, seen, ...times });
}
const stateOf = async (id: string) => {
  const { newsletter } = await editor.call.editor.newsletters.get({ id });
  return [newsletter.state, newsletter.stoppedCode];
};
const anArticle = (id: string): NewsletterItem => ({ kind: 'article', id });
const words = (text: string): NewsletterItem => ({ kind: 'text', text });

describe('a newsletter', () => {
  test('goes once to those of its list, with its words, its pieces and a way to leave that list', async () => {
    const [reader, french, late] = [
      await subscribe(),
      await subscribe('newsletter:fr'),
      await subscribe('newsletter:en', new Date(Date.now() + 3_600_000)),
    ];
    const everything = await subscribe('everything', new Date(Date.now() + 3_600_000));
    const { article, finding } = await publishOne();
    const items: NewsletterItem[] = [
      words('Ports & rains.\n\nA second\nparagraph.'),
      anArticle(article.id),
      { kind: 'finding', id: finding.id },
    ];
    const id = await approved(items);
    await schedule(id);
    await send(0);
    await send(1);
    const [message, ...more] = sentTo(reader);
    expect(more).toEqual([]);
    for (const other of [french, late, everything]) expect(sentTo(other)).toEqual([]);
    expect(message?.headers.get('subject')).toBe('The harbour in May');
    expect(message?.raw).toContain('Ports &amp; rains.');
    expect(message?.raw).toContain(`/articles/${article.slug}`);
    expect(message?.raw).toContain(`/findings/${finding.id}`);
    expect(message?.raw).not.toMatch(/<img|background=|url\(/i);
    expect(message?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(message?.headers.get('list-unsubscribe')).toMatch(
      /^<http:\/\/reader\.example\/subscriptions\/leave\/[\w-]{64}\/newsletter\/en>$/,
    );
    expect(await stateOf(id)).toEqual(['sent', null]);
    expect(await desk.db.sql('select from mailing')).toEqual([]);
  });

  test('waits for its time, and goes out once although no worker ran then', async () => {
    const reader = await subscribe();
    const { article } = await publishOne();
    const id = await approved([anArticle(article.id)]);
    const minute = 60_000;
    const at = new Date((Math.ceil(Date.now() / minute) + 30) * minute).toISOString();
    await schedule(id, at);
    await send(20);
    expect(sentTo(reader)).toEqual([]);
    expect(await stateOf(id)).toEqual(['scheduled', null]);
    await send(500);
    await send(501);
    expect(sentTo(reader)).toHaveLength(1);
  });

  test('is begun and sent once by two workers at the same time', async () => {
    const readers = await Promise.all(Array.from({ length: 45 }, () => subscribe()));
    const { article } = await publishOne();
    await schedule(await approved([anArticle(article.id)]));
    await Promise.all([send(0), send(0), send(0)]);
    await send(1);
    expect(mail.received.map(({ to }) => to).sort()).toEqual(readers.sort());
    const begun = await desk.db.sql(
      `select from audit_record where action = 'newsletter.send' and subject_id =
       (select id from newsletter order by sending_at desc nulls last limit 1)`,
    );
    expect(begun).toHaveLength(1);
  });

  test('leaves out what was archived, retracted or put under an embargo since it was approved', async () => {
    const reader = await subscribe();
    const [kept, archived, retracted, hidden] = [
      await publishOne(),
      await publishOne(),
      await publishOne(),
      await publishOne(),
    ];
    const all = [kept, archived, retracted, hidden].map(({ article }) => anArticle(article.id));
    await schedule(await approved([...all, { kind: 'finding', id: retracted.finding.id }]));
    await publisher.call.editor.articles.archive({ id: archived.article.id });
    await publisher.call.editor.articles.retract({ id: retracted.article.id, why });
    for (const [table, column] of [
      ['published_article', 'id'],
      ['published_finding', 'article_id'],
    ])
      await desk.db.sql(
        `update ${table} set visible_from = now() + interval '1 hour' where ${column} = $1`,
        [hidden.article.id],
      );
    await send(0);
    const raw = sentTo(reader)[0]?.raw ?? '';
    expect(raw).toContain(kept.article.slug);
    for (const { article, finding } of [archived, retracted, hidden]) {
      expect(raw).not.toContain(article.slug);
      expect(raw).not.toContain(finding.id);
    }
  });

  test('has a piece as it is corrected since', async () => {
    const reader = await subscribe();
    const { article } = await publishOne();
    await schedule(await approved([anArticle(article.id)]));
    await correct(article.id);
    await send(0);
    expect(sentTo(reader)[0]?.raw).toContain('Ostrava waits on.');
  });
});

async function correct(id: string): Promise<void> {
  desk.clock.now = new Date();
  await approveChange(id, { author, editor, publisher }, { standfirst: 'Ostrava waits on.' });
  await publisher.call.editor.articles.correct({
    id,
    corrections: [{ was: 'waits', now: 'waits on', why: 'It does.', severity: 'correction' }],
  });
}

describe('a correction', () => {
  test('goes once to those who had subscribed when the newsletter had the error', async () => {
    const reader = await subscribe();
    const { article } = await publishOne();
    await schedule(await approved([anArticle(article.id)]));
    await schedule(await approved([anArticle(article.id)], 'The same again'));
    await send(0);
    expect(sentTo(reader)).toHaveLength(2);
    const late = await subscribe('newsletter:en', new Date(Date.now() + 60_000));
    await correct(article.id);
    await send(11);
    const [, , notice, ...more] = sentTo(reader);
    expect(more).toEqual([]);
    expect(notice?.headers.get('subject')).toBe(`Correction: ${article.headline}`);
    expect(sentTo(late)).toEqual([]);
  });

  test('of a piece that the newsletter did not have any more goes to nobody of its list', async () => {
    const reader = await subscribe();
    const [{ article }, other] = [await publishOne(), await publishOne()];
    await schedule(await approved([anArticle(article.id), anArticle(other.article.id)]));
    await publisher.call.editor.articles.retract({ id: article.id, why });
    await send(0);
    expect(sentTo(reader)).toHaveLength(1);
    await send(11);
    expect(sentTo(reader)).toHaveLength(1);
  });
});

/** Enters a source on terms that protect this name from now on. */
async function protect(name: string): Promise<void> {
  const participant = { id: newId(), name, affiliation: '' };
  await addSource(desk.db.editorial, {
    ...{ kind: 'interview', participants: [participant] },
    terms: { attribution: 'deep_background', disclosure: 'red' },
  });
}

describe('sending', () => {
  test.each([
    [
      'newsletter_nothing_public',
      async (articleId: string) => {
        await publisher.call.editor.articles.archive({ id: articleId });
      },
    ],
    [
      'newsletter_not_offered',
      async () => {
        await offer(false);
      },
    ],
    [
      'newsletter_changed',
      async () => {
        await desk.db.sql(`update newsletter set subject = 'Another' where state = 'scheduled'`);
      },
    ],
    ['protected_mention', () => protect('Petra Olsen')],
  ])('does not begin: %s', async (code, change) => {
    const reader = await subscribe();
    const { article } = await publishOne();
    const id = await approved([anArticle(article.id), words('Petra Olsen was there.')]);
    await schedule(id);
    await change(article.id);
    await send(0);
    expect(sentTo(reader)).toEqual([]);
    expect(await stateOf(id)).toEqual(['approved', code]);
    const { stoppedNewsletters } = await editor.call.editor.desk();
    expect(stoppedNewsletters[0]).toMatchObject({ id, code });
  });

  test.each([
    [
      'newsletter_nothing_public',
      async (articleId: string) => {
        await publisher.call.editor.articles.archive({ id: articleId });
      },
    ],
    ['protected_mention', () => protect('Ilya Marek')],
  ])('stops on the way where it may not go out any more: %s', async (code, change) => {
    const readers = await Promise.all(Array.from({ length: 25 }, () => subscribe()));
    const { article } = await publishOne();
    const id = await approved([anArticle(article.id), words('Ilya Marek was there.')]);
    await schedule(id);
    // The mail server takes all but one, who is tried again later.
    mail.refuse((address) => (address === readers[0] ? 451 : null));
    await send(0);
    mail.refuse(null);
    await desk.db.sql(`update mailing_claim set retry_at = now()`);
    const before = mail.received.length;
    await change(article.id);
    await send(20);
    expect(before).toBeGreaterThan(0);
    expect(mail.received).toHaveLength(before);
    expect(await stateOf(id)).toEqual(['sent', code]);
  });

  test('a test message goes to the account that asks for it, approved or not', async () => {
    const { article } = await publishOne();
    const { id, save } = await editor.call.editor.newsletters.create({
      ...{ subject: 'A try', language: 'fr' },
    });
    const content = {
      subject: 'A try',
      preheader: '',
      language: 'fr',
      items: [anArticle(article.id)],
    };
    await editor.call.editor.newsletters.save({ id, seen: save, content });
    await editor.call.editor.newsletters.test({ id });
    expect(mail.received.map(({ to }) => to)).toEqual([editor.account.email]);
    const { raw } = mail.received[0] ?? { raw: '' };
    const preview = await editor.call.editor.newsletters.preview({ id });
    expect(preview.text).toContain(`/articles/${article.slug}`);
    for (const line of preview.text.split('\n').filter((each) => /^[\x20-\x7e]{1,60}$/.test(each)))
      expect(raw).toContain(line);
    expect(raw).not.toMatch(/\/leave\/[\w-]{64}/);
  });
});
