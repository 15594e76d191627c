import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweep } from '../../jobs/sweep.ts';
import { openWebhookDesk, type WebhookDesk } from '../../testing/webhook-desk.ts';
import { createReceiver } from '../../testing/webhook-example.ts';
import { type Received, receiverReach } from '../../testing/webhook-receiver.ts';
import { createWebhookCipher, newWebhookSecret } from '../webhook-cipher.ts';
import { createDeliveries } from './deliver-due.ts';

let hooks: WebhookDesk;
beforeAll(async () => {
  hooks = await openWebhookDesk();
});
beforeEach(() => hooks.reset());
afterAll(() => hooks.close());

const day = 24 * 60 * 60 * 1000;
const moveTo = (at: string | null | undefined) => {
  hooks.desk.clock.now = new Date(at ?? Number.NaN);
};
const moveOn = (milliseconds: number) => {
  hooks.desk.clock.now = new Date(hooks.desk.clock.now.getTime() + milliseconds);
};
const headersOf = ({ headers }: Received) => headers as Record<string, string>;
const bodies = () => hooks.receiver.received.map(({ body }) => JSON.parse(body));
/** What the list says of the messages of a webhook, the last tried first. */
const listed = async (id: string) =>
  (await hooks.deliveries(id)).map(({ state, status, failure, attempts }) => ({
    ...{ state, status, failure, attempts },
  }));
const answerAll = (status: number, headers: Record<string, string> = {}) =>
  hooks.receiver.answer((response) => response.writeHead(status, headers).end());

describe('an entry of the log', () => {
  test('is sent once, signed, with what the log says of it and nothing else', async () => {
    const { article, receiver } = hooks;
    const { id, secret } = await hooks.create();
    await hooks.deliver();
    expect(receiver.received).toEqual([]);
    await hooks.change(article.id);
    await hooks.deliver();
    await hooks.deliver();
    const [got, ...more] = receiver.received;
    expect(more).toEqual([]);
    expect(got?.headers).toMatchObject({ 'content-type': 'application/json' });
    const [entry] = await hooks.desk.db.sql<{ cursor: string; at: Date }>(
      'select cursor_id as cursor, at from public_change order by number desc limit 1',
    );
    expect(got?.headers['webhook-id']).toBe(entry?.cursor);
    expect(new Verifier(secret).verify(got?.body ?? '', headersOf(got as Received))).toEqual({
      type: 'article.changed',
      timestamp: hooks.desk.clock.now.toISOString(),
      data: {
        ...{ kind: 'article', id: article.id, address: `/articles/${article.slug}` },
        time: entry?.at.toISOString(),
      },
    });
    expect(() =>
      new Verifier(secret).verify(`${got?.body} `, headersOf(got as Received)),
    ).toThrow();
    expect(await listed(id)).toEqual([
      { state: 'delivered', status: 204, failure: null, attempts: 1 },
    ]);
    expect(await hooks.get({ id })).toMatchObject({ hasWaiting: false, failing: null });
  });

  test('comes in the order of the log, and of the chosen kinds and events alone', async () => {
    const { article, other } = hooks;
    await hooks.create({ events: ['gone'] });
    await hooks.create({ kinds: ['finding', 'actor'] });
    await hooks.change(article.id, other.id);
    await hooks.deliver();
    expect(hooks.receivedIds()).toEqual([]);
    await hooks.create({ events: ['changed'] });
    const many = Array.from({ length: 25 }, (_, index) => (index % 3 ? article.id : other.id));
    await hooks.change(...many);
    await hooks.deliver();
    expect(hooks.receivedIds()).toEqual(many);
  });

  test('that is the first of a thing says that it was published', async () => {
    const { id } = await hooks.create({ events: ['published'] });
    await hooks.change(hooks.article.id);
    const since = '2000-01-01T00:00:00.000Z';
    await hooks.admin.call.editor.webhooks.replay({ id, what: { since } });
    await hooks.deliver();
    expect(new Set(bodies().map(({ type }) => type))).toEqual(new Set(['article.published']));
    expect(hooks.receivedIds().slice(0, 2)).toEqual([hooks.article.id, hooks.other.id]);
  });

  test('says that a thing was published as often as it becomes visible', async () => {
    const { publisher } = hooks;
    const { id } = await hooks.publish();
    await hooks.create();
    await publisher.call.editor.articles.archive({ id });
    await hooks.deliver();
    await hooks.republish(id);
    await hooks.change(id);
    await hooks.deliver();
    expect(bodies().map(({ type }) => type)).toEqual([
      ...['article.gone', 'article.published', 'article.changed'],
    ]);
  });

  test('reaches who takes what is published alone, also if it was gone when its first was due', async () => {
    const { publisher } = hooks;
    await hooks.create({ events: ['published'] });
    const { id } = await hooks.publish();
    await publisher.call.editor.articles.archive({ id });
    await hooks.deliver();
    expect(hooks.receivedIds()).toEqual([]);
    await hooks.republish(id);
    await hooks.change(id);
    await hooks.deliver();
    expect(bodies().map(({ type, data }) => [type, data.id])).toEqual([['article.published', id]]);
  });

  test('of what is gone by the time it is sent has a kind and an id alone', async () => {
    const { publisher, receiver } = hooks;
    const article = await hooks.publish();
    const { id } = await hooks.create();
    answerAll(500);
    await hooks.change(article.id);
    await hooks.deliver();
    expect(bodies()[0].data).toHaveProperty('address');
    await publisher.call.editor.articles.archive({ id: article.id });
    answerAll(200);
    moveTo((await hooks.get({ id })).failing?.retryAt);
    await hooks.deliver();
    expect(bodies()[1]).toEqual({
      type: 'article.gone',
      timestamp: hooks.desk.clock.now.toISOString(),
      data: { kind: 'article', id: article.id },
    });
    expect(receiver.received[1]?.body).not.toContain(article.slug);
  });
});

describe('a receiver that fails', () => {
  test('is tried again with the same id, later and not before, and the rest waits its turn', async () => {
    const { article, other } = hooks;
    const { id } = await hooks.create();
    answerAll(503);
    await hooks.change(article.id, other.id);
    await hooks.deliver();
    await hooks.deliver();
    expect(hooks.receivedIds()).toEqual([article.id]);
    const { failing } = await hooks.get({ id });
    expect(failing).toMatchObject({ failures: 1 });
    moveTo(failing?.retryAt);
    moveOn(-1);
    await hooks.deliver();
    expect(hooks.receivedIds()).toHaveLength(1);
    moveOn(1);
    answerAll(200);
    await hooks.deliver();
    expect(hooks.receivedIds()).toEqual([article.id, article.id, other.id]);
    const [first, again, next] = hooks.sent();
    expect([again, next === first]).toEqual([first, false]);
    const messages = await listed(id);
    expect(messages.toSorted((one, two) => one.attempts - two.attempts)).toEqual([
      { state: 'delivered', status: 200, failure: null, attempts: 1 },
      { state: 'delivered', status: 200, failure: null, attempts: 2 },
    ]);
  });

  test('has another attempt enqueued for its time, whoever runs it', async () => {
    const { id } = await hooks.create();
    answerAll(500);
    await hooks.desk.db.sql('delete from graphile_worker._private_jobs');
    await hooks.change(hooks.article.id);
    await hooks.deliver();
    const [job] = await hooks.desk.db.sql<{ at: Date }>(
      `select run_at as at from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where identifier = 'deliver_webhooks'`,
    );
    expect(job?.at.toISOString()).toBe((await hooks.get({ id })).failing?.retryAt);
  });

  test('is waited for as long as it asks', async () => {
    const { id } = await hooks.create();
    answerAll(429, { 'retry-after': '7200' });
    await hooks.change(hooks.article.id);
    await hooks.deliver();
    const { failing } = await hooks.get({ id });
    expect(failing?.retryAt).toBe(
      new Date(hooks.desk.clock.now.getTime() + 7_200_000).toISOString(),
    );
  });

  test('and hangs, breaks off or answers no HTTP counts as one', async () => {
    const { id } = await hooks.create();
    await hooks.change(hooks.article.id);
    const answers: [Parameters<typeof hooks.receiver.answer>[0], object][] = [
      [() => {}, { status: null, failure: 'timeout' }],
      [(response) => response.socket?.destroy(), { status: null, failure: 'no_connection' }],
      [(response) => response.socket?.end('SMTP\r\n\r\n'), { failure: 'no_connection' }],
    ];
    for (const [way, expected] of answers) {
      hooks.receiver.answer(way);
      await createDeliveries(hooks.context(receiverReach(), { timeout: 200 }))();
      expect((await listed(id))[0]).toMatchObject({ state: 'failed', ...expected });
      moveTo((await hooks.get({ id })).failing?.retryAt);
    }
    expect(new Set(hooks.sent()).size).toBe(1);
  });

  test('has a new entry counted for itself, once the one that failed is wanted no more', async () => {
    const article = await hooks.publish();
    const { id } = await hooks.create({ events: ['changed'] });
    answerAll(500);
    await hooks.change(article.id);
    await hooks.deliver();
    const { failing } = await hooks.get({ id });
    await hooks.publisher.call.editor.articles.archive({ id: article.id });
    moveTo(failing?.retryAt);
    await hooks.deliver();
    expect(await hooks.get({ id })).toMatchObject({ failing: null, hasWaiting: false });
    expect(hooks.receivedIds()).toEqual([article.id]);
  });

  test('and says 410 is sent nothing more, and whoever runs the journal is notified', async () => {
    const { admin, publisher } = hooks;
    const { id } = await hooks.create();
    answerAll(410);
    await hooks.change(hooks.article.id, hooks.other.id);
    await hooks.deliver();
    expect((await hooks.get({ id })).paused).toMatchObject({ reason: 'refused' });
    moveOn(day);
    await hooks.deliver();
    expect(hooks.receivedIds()).toHaveLength(1);
    const { items } = await admin.call.editor.notifications.list({ limit: 1 });
    expect(items).toMatchObject([
      { kind: 'webhook_paused', articles: [], webhook: { id, name: 'Archive' }, by: null },
    ]);
    const others = await publisher.call.editor.notifications.list({});
    expect(others.items.filter(({ kind }) => kind === 'webhook_paused')).toEqual([]);
    const [record] = await hooks.desk.db.sql(
      `select details, by_id from audit_record where subject_id = $1 and action = 'webhook.pause'`,
      [id],
    );
    expect(record).toEqual({ details: { reason: 'refused' }, by_id: null });
  });

  test('for three days is paused with a mail, and goes on where it stopped or from now', async () => {
    const { admin, article, other } = hooks;
    const { webhooks } = admin.call.editor;
    const { id } = await hooks.create();
    const begun = hooks.desk.clock.now.getTime();
    answerAll(500);
    await hooks.change(article.id, other.id);
    await hooks.deliver();
    for (let turns = 0; turns < 20 && (await hooks.get({ id })).paused === null; turns += 1) {
      moveTo((await hooks.get({ id })).failing?.retryAt);
      await hooks.deliver();
    }
    expect(hooks.desk.clock.now.getTime() - begun).toBe(3 * day);
    expect((await hooks.get({ id })).paused).toMatchObject({ reason: 'failing' });
    // By chance waits are a fifth shorter or longer.
    expect(hooks.sent().length).toBeGreaterThanOrEqual(9);
    expect(hooks.sent().length).toBeLessThanOrEqual(12);
    expect(new Set(hooks.sent()).size).toBe(1);
    await sweep(hooks.context());
    const [mail] = await hooks.desk.db.sql<{ text: string; subject: string }>(
      `select subject, text from message where recipient = $1 order by created_at desc limit 1`,
      [admin.account.email],
    );
    expect(mail?.subject).toContain('A webhook was paused');
    expect(mail?.text).toContain(`http://admin.example/settings/webhooks/${id}`);
    expect(mail?.text).not.toContain('receiver.test');

    answerAll(200);
    hooks.receiver.received.length = 0;
    await webhooks.resume({ id, from: 'stopped' });
    await hooks.deliver();
    expect(hooks.receivedIds()).toEqual([article.id, other.id]);
    await webhooks.pause({ id });
    await hooks.change(article.id);
    await hooks.deliver();
    await webhooks.resume({ id, from: 'now' });
    await hooks.change(other.id);
    await hooks.deliver();
    expect(hooks.receivedIds()).toEqual([article.id, other.id, other.id]);
  });
});

describe('a receiver that lies', () => {
  test('and redirects is followed nowhere, inward least of all', async () => {
    const requested: string[] = [];
    const inner = createServer((request, response) => {
      requested.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve));
    const { port } = inner.address() as AddressInfo;
    const { id } = await hooks.create();
    await hooks.change(hooks.article.id);
    for (const status of [301, 302, 303, 307, 308]) {
      answerAll(status, { location: `http://127.0.0.1:${port}/inner` });
      await hooks.deliver();
      expect((await listed(id))[0]).toMatchObject({ state: 'failed', status, failure: null });
      moveTo((await hooks.get({ id })).failing?.retryAt);
    }
    expect(requested).toEqual([]);
    await new Promise((resolve) => inner.close(resolve));
  });

  test('and whose name leads into a private network is sent nothing, also after it did not', async () => {
    const names = {
      'turned.test': [['127.0.0.1'], ['10.0.0.1']],
      'both.test': [['127.0.0.1', '10.0.0.1']],
      'none.test': [[]],
    };
    const reach = receiverReach(names);
    for (const host of ['both.test', 'none.test', 'turned.test']) {
      const { id } = await hooks.create({ url: hooks.receiver.at(host) });
      await hooks.change(hooks.article.id);
      await hooks.deliver(reach);
      if (host === 'turned.test') {
        expect((await listed(id))[0]).toMatchObject({ state: 'delivered' });
        moveOn(1);
        await hooks.change(hooks.article.id);
        await hooks.deliver(reach);
      }
      expect((await listed(id))[0]).toMatchObject({
        ...{ state: 'failed', status: null, failure: 'no_public_address' },
      });
    }
    expect(hooks.receiver.received).toHaveLength(1);
  });

  test('and answers without end is cut off, and none of its words are kept', async () => {
    const { id } = await hooks.create();
    await hooks.change(hooks.article.id);
    let isCut = false;
    hooks.receiver.answer((response) => {
      response.on('close', () => {
        isCut = true;
      });
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = () => {
        while (!isCut && response.write('zqlie '.repeat(1000)));
      };
      response.on('drain', more);
      more();
    });
    await hooks.deliver();
    await expect.poll(() => isCut).toBe(true);
    expect((await listed(id))[0]).toMatchObject({ state: 'delivered', status: 200 });
    const [row] = await hooks.desk.db.sql<{ all: string }>(
      `select (select string_agg(w::text, '') from webhook w)
        || (select string_agg(d::text, '') from webhook_delivery d) as all`,
    );
    expect(row?.all).not.toContain('zqlie');
  });
});

describe('the receiver of the documents', () => {
  test('takes what is signed with its secret, and refuses the rest', async () => {
    const handled: unknown[] = [];
    const started = (secret: string) => {
      const server = createReceiver(secret, (id, message) => handled.push([id, message]));
      return new Promise<typeof server>((resolve) =>
        server.listen(0, '127.0.0.1', () => resolve(server)),
      );
    };
    const { id, secret } = await hooks.create();
    for (const [known, status] of [
      [secret, 204],
      [newWebhookSecret(), 400],
    ] as const) {
      const server = await started(known);
      const url = `http://receiver.test:${(server.address() as AddressInfo).port}/`;
      const { save, name, kinds, events } = await hooks.get({ id });
      await hooks.admin.call.editor.webhooks.save({
        ...{ id, seen: save, content: { name, url, kinds, events } },
      });
      moveOn(1);
      await hooks.change(hooks.article.id);
      await hooks.deliver();
      expect((await listed(id))[0]).toMatchObject({ status });
      await new Promise((resolve) => server.close(resolve));
    }
    expect(handled).toMatchObject([[expect.any(String), { type: 'article.changed' }]]);
  });
});

describe('a secret', () => {
  test('that was rotated signs beside the new one for a day, and then no more', async () => {
    const { webhooks } = hooks.admin.call.editor;
    const { id, secret: old } = await hooks.create();
    const { secret } = await webhooks.rotateSecret({ id, overlap: true });
    const verifiedBy = async () => {
      await hooks.change(hooks.article.id);
      await hooks.deliver();
      const got = hooks.receiver.received.at(-1) as Received;
      return [secret, old].map((each) => {
        try {
          return Boolean(new Verifier(each).verify(got.body, headersOf(got)));
        } catch {
          return false;
        }
      });
    };
    expect(await verifiedBy()).toEqual([true, true]);
    await hooks.desk.db.sql(`update webhook set previous_secret_until = $1 where id = $2`, [
      hooks.desk.clock.now,
      id,
    ]);
    expect(await verifiedBy()).toEqual([true, false]);
    await sweep(hooks.context());
    const [row] = await hooks.desk.db.sql('select previous_secret from webhook where id = $1', [
      id,
    ]);
    expect(row).toEqual({ previous_secret: null });
  });

  test('that has leaked ends at once', async () => {
    const { id, secret: old } = await hooks.create();
    await hooks.admin.call.editor.webhooks.rotateSecret({ id, overlap: false });
    await hooks.change(hooks.article.id);
    await hooks.deliver();
    const got = hooks.receiver.received[0] as Received;
    expect(() => new Verifier(old).verify(got.body, headersOf(got))).toThrow();
    expect(got.headers['webhook-signature']).not.toContain(' ');
  });

  test('that cannot be read sends nothing without one', async () => {
    const { id } = await hooks.create();
    await hooks.change(hooks.article.id);
    const cipher = createWebhookCipher('of another installation');
    await createDeliveries(hooks.context(receiverReach(), { cipher }))();
    expect(hooks.receiver.received).toEqual([]);
    expect((await listed(id))[0]).toMatchObject({ failure: 'secret_unreadable' });
  });
});

describe('tests and replays', () => {
  test('a test is sent once, while it is paused too, and fails without consequences', async () => {
    const { webhooks } = hooks.admin.call.editor;
    const { id } = await hooks.create();
    await webhooks.pause({ id });
    await webhooks.test({ id });
    expect((await listed(id))[0]).toMatchObject({ state: 'queued', attempts: 0 });
    answerAll(500);
    await hooks.deliver();
    await hooks.deliver();
    expect(bodies()).toMatchObject([{ type: 'webhook.test', data: {} }]);
    expect((await listed(id))[0]).toMatchObject({ state: 'failed', status: 500, attempts: 1 });
    expect(await hooks.get({ id })).toMatchObject({
      ...{ failing: null, paused: { reason: 'by_hand' } },
    });
  });

  test('one message is sent again with its id, or all since a moment in their order', async () => {
    const { article, other } = hooks;
    const { webhooks } = hooks.admin.call.editor;
    const { id } = await hooks.create();
    await hooks.change(article.id, other.id, article.id);
    await hooks.deliver();
    const [first, second, third] = hooks.sent();
    const [entry] = await hooks.desk.db.sql<{ at: Date }>(
      // A moment between the first and the second, which may be within one millisecond.
      `update public_change set at = at + interval '1 second'
       where cursor_id = any($1::uuid[]) returning at`,
      [[second, third]],
    );
    const since = entry?.at ?? new Date(Number.NaN);
    const one = (await hooks.deliveries(id)).find(({ messageId }) => messageId === first);
    await webhooks.replay({ id, what: { deliveryId: one?.id ?? '' } });
    await hooks.deliver();
    expect(hooks.sent()).toEqual([first, second, third, first]);
    await webhooks.replay({ id, what: { since: since.toISOString() } });
    await hooks.deliver();
    expect(hooks.sent()).toEqual([first, second, third, first, second, third]);
  });
});

test('an entry that this version cannot read is logged, and tried again in a minute', async () => {
  const logged: unknown[] = [];
  const log = { error: (...given: unknown[]) => logged.push(given) };
  const { id } = await hooks.create();
  await hooks.change(hooks.article.id);
  const rename = (from: string, to: string) =>
    hooks.desk.db.sql(
      `update public_change set kind = $2 where kind = $1
       and number = (select max(number) from public_change)`,
      [from, to],
    );
  await rename('article', 'hologram');
  await hooks.desk.db.sql('delete from graphile_worker._private_jobs');
  await createDeliveries(hooks.context(receiverReach(), { log }))();
  expect(logged).toMatchObject([[{ webhook: id }, expect.any(String)]]);
  const [job] = await hooks.desk.db.sql<{ at: Date }>(
    `select run_at as at from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where identifier = 'deliver_webhooks'`,
  );
  expect(job?.at.getTime()).toBe(hooks.desk.clock.now.getTime() + 60_000);
  await rename('hologram', 'article');
  await hooks.deliver();
  expect(hooks.receivedIds()).toEqual([hooks.article.id]);
});

describe('what is left', () => {
  test('by a lost job is found by the sweep, which forgets deliveries after thirty days', async () => {
    const { id } = await hooks.create();
    await hooks.change(hooks.article.id);
    const jobs = () =>
      hooks.desk.db.sql(`select from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id where identifier = 'deliver_webhooks'`);
    await hooks.desk.db.sql('delete from graphile_worker._private_jobs');
    await sweep(hooks.context());
    expect(await jobs()).toHaveLength(1);
    await hooks.deliver();
    await hooks.desk.db.sql('delete from graphile_worker._private_jobs');
    await sweep(hooks.context());
    expect(await jobs()).toHaveLength(0);
    expect(await listed(id)).toHaveLength(1);
    moveOn(30 * day + 1);
    await sweep(hooks.context());
    expect(await listed(id)).toEqual([]);
  });
});
