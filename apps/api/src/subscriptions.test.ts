import { randomUUID } from 'node:crypto';
import { sweep } from '@viewpoints/api/jobs/sweep';
import { createSubscriberKeys } from '@viewpoints/api/subscriptions/subscriber-keys';
import { signSiteCall, siteSignatureHeader } from '@viewpoints/config/site-signature';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
} from '@viewpoints/db/testing/builders';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type MailServer, startMailServer } from './testing/mail-server.ts';
import { addMember, signInAs } from './testing/sign-in.ts';
import { startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let mail: MailServer;
let actor: { id: string; slug: string; name: string };
let issue: { id: string; slug: string; name: string };
/** How far the clock is ahead, in milliseconds. */
let ahead = 0;
beforeAll(async () => {
  mail = await startMailServer();
  api = await startTestApi({
    ...{ smtpUrl: mail.url, jobs: true },
    now: () => new Date(Date.now() + ahead),
  });
  const { editorial } = api.db;
  const by = (await addAccount(editorial)).id;
  actor = await addActor(editorial);
  issue = await addIssue(editorial);
  const article = await addArticle(editorial, { by });
  await addFinding(editorial, article, {
    by,
    holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    issueIds: [issue.id],
  });
  await publish(editorial, article.id, { at: new Date('2021-02-01T09:00:00.000Z') });
  await switchTo(true);
});
afterAll(async () => {
  await api.close();
  await mail.close();
});
afterEach(async () => {
  mail.refuse(null);
  await jobsDone();
  mail.received.length = 0;
});

const switchTo = (on: boolean) =>
  api.db.sql(
    `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes, subscriptions)
     values (1, 'Harbour Review', 'Positions', 'en', 'UTC', '', true, $1)
     on conflict (id) do update set subscriptions = $1`,
    [on],
  );

const call = (path: string, body: object, secret = api.db.secret) => {
  const to = `/internal/subscriptions/${path}`;
  return api.send(to, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [siteSignatureHeader]: signSiteCall(secret, { path: to, body }),
    },
    body: JSON.stringify(body),
  });
};

const ofActor = () => ({ kind: 'actor', slug: actor.slug });
const everything = { kind: 'everything' };
const request = (address: string, subject: object = everything, cadence = 'daily') =>
  call('request', { address, subject, cadence, language: 'en' });
const anyAddress = () => `reader-${randomUUID()}@mail.example`;

/** The link in the message to an address, once it has come. */
const linkTo = (address: string, index = 0) =>
  vi.waitFor(
    () => {
      const own = mail.received.filter(({ to }) => to === address);
      const token = own[index]?.raw.match(/\/subscriptions\/([\w-]{43})\b/)?.[1];
      if (token === undefined) throw new Error(`nothing for ${address} yet`);
      return token;
    },
    { timeout: 10_000, interval: 30 },
  );
const show = async (token: string) => (await call('confirmation', { token })).body.subjects;
const confirmAll = async (token: string): Promise<string> => {
  const ids = (await show(token)).map(({ id }: { id: string }) => id);
  return (await call('confirm', { token, ids })).body.token;
};
const subscribe = async (address: string, ...subjects: object[]): Promise<string> => {
  for (const subject of subjects) await request(address, subject);
  return confirmAll(await linkTo(address));
};
/** Everything that the tables of subscribers have, as text. */
const stored = async () => {
  const tables = [
    'subscriber',
    'subscription',
    'subscription_request',
    'subscription_confirmation',
  ];
  const rows = await Promise.all(tables.map((table) => api.db.sql(`select * from ${table}`)));
  return JSON.stringify(rows);
};
const jobsDone = () =>
  vi.waitFor(
    async () => {
      const waiting = await api.db.sql('select from graphile_worker._private_jobs');
      if (waiting.length > 0) throw new Error('jobs wait');
    },
    { timeout: 10_000, interval: 30 },
  );
const moveOn = (hours: number) => {
  ahead += hours * 3_600_000;
};
const runSweep = () =>
  sweep({
    ...{ editorial: api.db.editorial, mail: api.instance, instance: api.instance },
    now: () => new Date(Date.now() + ahead),
  });

describe('a request', () => {
  test('asks the mailbox by one message, and nothing begins before it confirms', async () => {
    const address = anyAddress();
    expect((await request(address, ofActor())).status).toBe(200);
    const token = await linkTo(address);
    const [message] = mail.received;
    expect(message?.raw).toContain(actor.name);
    expect(message?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(message?.headers.has('list-unsubscribe')).toBe(false);
    expect(await api.db.sql('select from subscriber')).toEqual([]);
    // Looking at it, however often, confirms nothing.
    for (const _ of [1, 2]) expect(await show(token)).toHaveLength(1);
    expect(await api.db.sql('select from subscriber')).toEqual([]);
    const own = await confirmAll(token);
    const { body } = await call('preferences', { token: own });
    expect(body.subscriptions).toEqual([
      {
        id: expect.any(String),
        subject: { name: actor.name, path: `/actors/${actor.slug}` },
        cadence: 'daily',
      },
    ]);
    // The link was used.
    expect((await call('confirm', { token, ids: [body.subscriptions[0].id] })).status).toBe(404);
    expect((await call('confirmation', { token })).status).toBe(404);
  });

  test('gets the same answer and adds the same rows for a known and an unknown address', async () => {
    const known = anyAddress();
    await subscribe(known, everything);
    await jobsDone();
    const rowsBefore = await api.db.sql('select from subscription_request');
    const answers = [await request(known), await request(known), await request(anyAddress())];
    const seen = answers.map(({ status, body, headers }) => [
      ...[status, body],
      [...headers.keys()].filter((name) => name !== 'x-request-id').sort(),
    ]);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    const rows = await api.db.sql('select from subscription_request');
    expect(rows).toHaveLength(rowsBefore.length + 3);
  });

  test('leads to one message a day, however many subjects and tags of one mailbox are asked for', async () => {
    const address = anyAddress();
    await request(address, everything);
    const token = await linkTo(address);
    await request(address, ofActor());
    await request(address, { kind: 'position', slug: actor.slug, issue: issue.slug });
    await request(address.replace('@', '+news@'), ofActor());
    await request(address.toUpperCase(), ofActor());
    await jobsDone();
    expect(mail.received.map(({ to }) => to.toLowerCase())).toEqual([address]);
    // The link that came confirms what was asked for after it too.
    expect(
      (await show(token)).map(({ subject }: never) => (subject as { name: string }).name),
    ).toEqual(
      expect.arrayContaining(['Harbour Review', actor.name, `${actor.name}: ${issue.name}`]),
    );
    moveOn(25);
    await runSweep();
    const tagged = address.replace('@', '+news@');
    // One of the mailbox, not one for each of its addresses.
    await jobsDone();
    const own = mail.received.map(({ to }) => to.toLowerCase());
    expect(own.filter((to) => [address, tagged].includes(to))).toHaveLength(2);
  });

  test('of what readers do not see is the same as of what never was, and sends nothing', async () => {
    const hidden = await addActor(api.db.editorial);
    const address = anyAddress();
    for (const subject of [
      { kind: 'actor', slug: hidden.slug },
      { kind: 'actor', slug: 'nobody-at-all' },
      { kind: 'position', slug: hidden.slug, issue: issue.slug },
      { kind: 'position', slug: actor.slug, issue: 'nothing-at-all' },
    ])
      expect(await request(address, subject)).toMatchObject({
        status: 404,
        body: { reasons: [{ code: 'not_found' }] },
      });
    await jobsDone();
    expect(mail.received).toEqual([]);
  });

  test('for what is not public any more when the message is due sends nothing, and is forgotten', async () => {
    const address = anyAddress();
    const keys = createSubscriberKeys(api.db.secret);
    const id = randomUUID();
    await api.db.sql(
      `insert into subscription_request values ($1, $2, $3, $4, 'en', $5, 'daily', now())`,
      [
        ...[id, keys.addressHash(address), keys.mailboxHash(address)],
        ...[keys.encrypt(id, address), `actor:${randomUUID()}`],
      ],
    );
    await runSweep();
    await jobsDone();
    expect(mail.received).toEqual([]);
    expect(await stored()).not.toContain(id);
  });

  test('has an address that is one, and puts nothing into a header', async () => {
    const bad = [
      'a@mail.example\r\nBcc: b@mail.example',
      'a@mail.example,b@mail.example',
      '"a b"@mail.example',
      'Ana <a@mail.example>',
      'аnа@mail.example',
      `${'a'.repeat(250)}@mail.example`,
      'a@mail.example/x',
      '',
    ];
    for (const address of bad) expect((await request(address)).status).toBe(404);
    await jobsDone();
    expect(mail.received).toEqual([]);
    const name = randomUUID();
    await request(`${name}@bücher.example`);
    // Mail servers are given xn--bcher-kva.example, which this one writes as it is read.
    await linkTo(`${name}@bücher.example`);
  });

  test('is refused unless this journal’s reading site signed it', async () => {
    const other = 'another secret of another journal, as long as it must be';
    const body = { address: anyAddress(), subject: everything, cadence: 'daily', language: 'en' };
    expect((await call('request', body, other)).status).toBe(404);
    await jobsDone();
    expect(mail.received).toEqual([]);
  });

  test('waits where the mail server cannot take it, and ends where there is no such mailbox', async () => {
    const [gone, later] = [anyAddress(), anyAddress()];
    mail.refuse((address) => (address === gone ? 550 : null));
    await request(gone);
    await jobsDone();
    expect(await api.db.sql('select from subscription_request')).not.toContainEqual(
      expect.objectContaining({
        address_hash: createSubscriberKeys(api.db.secret).addressHash(gone),
      }),
    );
    mail.refuse(() => 451);
    await request(later);
    await vi.waitFor(async () => {
      const [job] = await api.db.sql<{ attempts: number }>(
        'select attempts from graphile_worker._private_jobs',
      );
      if (job === undefined || job.attempts === 0) throw new Error('not tried yet');
    });
    mail.refuse(null);
    await runSweep();
    await linkTo(later);
    await jobsDone();
  });
});

describe('a confirmation', () => {
  test('takes what was chosen, and the rest is forgotten', async () => {
    const address = anyAddress();
    await request(address, everything, 'weekly');
    const token = await linkTo(address);
    // Added by somebody else, after the message.
    await request(address, ofActor());
    const shown = await show(token);
    const [wanted] = shown.filter(({ cadence }: { cadence: string }) => cadence === 'weekly');
    const own = (await call('confirm', { token, ids: [wanted.id] })).body.token;
    const { body } = await call('preferences', { token: own });
    expect(body.subscriptions.map((each: { cadence: string }) => each.cadence)).toEqual(['weekly']);
    const keys = createSubscriberKeys(api.db.secret);
    expect(
      await api.db.sql('select from subscription_request where address_hash = $1', [
        keys.addressHash(address),
      ]),
    ).toEqual([]);
  });

  test('ends after two days, and what it was for is forgotten', async () => {
    const address = anyAddress();
    await request(address);
    const token = await linkTo(address);
    const ids = (await show(token)).map(({ id }: { id: string }) => id);
    moveOn(48.1);
    expect((await call('confirm', { token, ids })).status).toBe(404);
    expect((await call('confirmation', { token })).status).toBe(404);
    await runSweep();
    const hash = createSubscriberKeys(api.db.secret).addressHash(address);
    expect(await stored()).not.toContain(hash);
  });

  test('by two at once is one', async () => {
    const address = anyAddress();
    await request(address);
    const token = await linkTo(address);
    const ids = (await show(token)).map(({ id }: { id: string }) => id);
    const answers = await Promise.all([1, 2, 3].map(() => call('confirm', { token, ids })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  });

  test('of another address does not confirm these requests', async () => {
    const [own, other] = [anyAddress(), anyAddress()];
    await request(other);
    const ids = (await show(await linkTo(other))).map(({ id }: { id: string }) => id);
    await request(own);
    expect((await call('confirm', { token: await linkTo(own), ids })).status).toBe(404);
    expect((await show(await linkTo(other))).length).toBe(1);
  });

  test('of a subject that somebody has keeps its date', async () => {
    const address = anyAddress();
    await subscribe(address, everything);
    const since = () =>
      api.db.sql(
        `select p.since, p.cadence from subscription p join subscriber s on s.id = p.subscriber_id
         where s.address_hash = $1`,
        [createSubscriberKeys(api.db.secret).addressHash(address)],
      );
    const [before] = await since();
    moveOn(25);
    mail.received.length = 0;
    await request(address, everything, 'weekly');
    await confirmAll(await linkTo(address));
    expect(await since()).toEqual([{ since: before?.['since'], cadence: 'weekly' }]);
  });
});

describe('a subscriber', () => {
  test('changes and leaves by a signed link, and is forgotten at once', async () => {
    const address = anyAddress();
    const token = await subscribe(address, everything, ofActor());
    const list = async () => (await call('preferences', { token })).body.subscriptions;
    const [first, second] = await list();
    const change = (body: object) => call('change', { token, change: body });
    expect((await change({ act: 'cadence', id: first.id, cadence: 'at_once' })).body).toEqual({
      hasLeft: false,
    });
    expect((await list())[0].cadence).toBe('at_once');
    expect((await change({ act: 'leave', id: first.id })).body).toEqual({ hasLeft: false });
    expect(await list()).toHaveLength(1);
    expect((await change({ act: 'leave', id: second.id })).body).toEqual({ hasLeft: true });
    for (const path of ['preferences', 'change'] as const)
      expect(
        (await call(path, path === 'change' ? { token, change: { act: 'leave_all' } } : { token }))
          .status,
      ).toBe(404);
    const keys = createSubscriberKeys(api.db.secret);
    expect(await stored()).not.toContain(keys.addressHash(address));
  });

  test('cannot change what is another’s, and a forged link does nothing', async () => {
    const [one, other] = [
      await subscribe(anyAddress(), everything),
      await subscribe(anyAddress(), everything),
    ];
    const [theirs] = (await call('preferences', { token: other })).body.subscriptions;
    await call('change', { token: one, change: { act: 'leave', id: theirs.id } });
    await call('change', {
      token: one,
      change: { act: 'cadence', id: theirs.id, cadence: 'weekly' },
    });
    expect((await call('preferences', { token: other })).body.subscriptions).toEqual([theirs]);
    const [{ id }] = (await api.db.sql<{ id: string }>('select id from subscriber')) as [
      { id: string },
    ];
    const forged = [
      createSubscriberKeys('another secret of another journal, as long as it must be').tokenOf(id),
      `${other.slice(0, -1)}${other.endsWith('A') ? 'B' : 'A'}`.replace(/.$/, (last) => last),
      createSubscriberKeys(api.db.secret).tokenOf(randomUUID()),
    ];
    for (const token of forged) {
      expect((await call('preferences', { token })).status).toBe(404);
      expect((await call('change', { token, change: { act: 'leave_all' } })).status).toBe(404);
    }
  });

  test('has an address that is stored nowhere as it is, and stands in no log', async () => {
    const address = anyAddress();
    const token = await subscribe(address, everything);
    await request(address, ofActor());
    const everywhere = await api.db.sql<{ text: string }>(
      `select string_agg(t::text, ' ') as text from (
         select to_jsonb(s) from subscriber s union all select to_jsonb(r) from subscription_request r
         union all select to_jsonb(m) from message m union all select to_jsonb(j) from graphile_worker._private_jobs j
         union all select to_jsonb(a) from audit_record a) t`,
    );
    const logged = api.logged.join('\n');
    const [local = ''] = address.split('@');
    for (const text of [everywhere[0]?.text ?? '', logged]) {
      expect(text).not.toContain(local);
      expect(text).not.toContain(token);
    }
    expect(everywhere[0]?.text).toContain('v1.');
    await expect(api.db.reader.rows('select address from subscriber', [])).rejects.toThrow(
      /permission denied|42501/,
    );
  });
});

test('where it is switched off nothing answers and nothing is sent', async () => {
  const token = await subscribe(anyAddress(), everything);
  mail.received.length = 0;
  const address = anyAddress();
  await switchTo(false);
  expect((await request(address)).status).toBe(404);
  expect((await call('preferences', { token })).status).toBe(404);
  expect((await call('change', { token, change: { act: 'leave_all' } })).status).toBe(404);
  await jobsDone();
  expect(mail.received).toEqual([]);
  await switchTo(true);
  expect((await call('preferences', { token })).status).toBe(200);
});

test('it is switched on by an admin, where there is a mail server, and the record says so', async () => {
  const cookie = await signInAs(api, (await addMember(api, 'Ines', 'admin')).email);
  const { save, ...content } = (await api.query('editor.settings.get', undefined, { cookie })).body
    .result.data;
  const set = (subscriptions: boolean, seen: number) =>
    api.mutate(
      'editor.settings.save',
      { seen, content: { ...content, subscriptions } },
      { cookie },
    );
  const off = await set(false, save);
  expect(off.status).toBe(200);
  const { smtpUrl } = api.instance;
  api.instance.smtpUrl = null;
  const refused = await set(true, save + 1);
  expect(refused.body.error.data.problem.reasons).toMatchObject([
    { code: 'no_mail_server', at: 'subscriptions' },
  ]);
  api.instance.smtpUrl = smtpUrl;
  expect((await set(true, save + 1)).status).toBe(200);
  const records = await api.db.sql<{ details: object }>(
    `select details from audit_record where action = 'settings.save' order by at, id`,
  );
  expect(records.map(({ details }) => details)).toMatchObject([
    { subscriptions: false },
    { subscriptions: true },
  ]);
});
