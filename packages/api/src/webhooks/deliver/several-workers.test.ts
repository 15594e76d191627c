import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWebhookDesk, type WebhookDesk } from '../../testing/webhook-desk.ts';
import { createDeliveries } from './deliver-due.ts';
import { leaseTime } from './deliver-to-webhook.ts';

let hooks: WebhookDesk;
beforeAll(async () => {
  hooks = await openWebhookDesk();
});
beforeEach(() => hooks.reset());
afterAll(() => hooks.close());

/** Has the receiver answer when it is told to; requests that wait for it. */
function hold(): ServerResponse[] {
  const waiting: ServerResponse[] = [];
  hooks.receiver.answer((response) => waiting.push(response));
  return waiting;
}
const release = (waiting: ServerResponse[]) => {
  hooks.receiver.answer((response) => response.writeHead(204).end());
  for (const response of waiting.splice(0)) response.writeHead(204).end();
};

test('two workers with the same job send each entry once and in order', async () => {
  await hooks.create();
  const ids = Array.from({ length: 6 }, (_, index) =>
    index % 2 ? hooks.article.id : hooks.other.id,
  );
  await hooks.change(...ids);
  const waiting = hold();
  const first = hooks.deliver();
  await expect.poll(() => waiting.length).toBe(1);
  // The others find it taken, and are done at once.
  await Promise.all([hooks.deliver(), hooks.deliver()]);
  release(waiting);
  await Promise.all([first, hooks.deliver(), hooks.deliver()]);
  expect(hooks.receivedIds()).toEqual(ids);
  expect(new Set(hooks.sent()).size).toBe(ids.length);
});

test('a receiver that hangs holds up no other, and a job that comes meanwhile is done by the same run', async () => {
  await hooks.create({ url: hooks.receiver.at('slow.test') });
  await hooks.change(hooks.article.id);
  const waiting = hold();
  const deliver = createDeliveries(hooks.context());
  const running = deliver();
  await expect.poll(() => waiting.length).toBe(1);
  hooks.receiver.answer((response) => response.writeHead(204).end());
  const { id } = await hooks.create({ url: hooks.receiver.at('quick.test') });
  await hooks.change(hooks.other.id);
  await deliver();
  await expect
    .poll(async () => (await hooks.deliveries(id)).map(({ state }) => state))
    .toEqual(['delivered']);
  expect(waiting).toHaveLength(1);
  release(waiting);
  await running;
});

test('what was sent and not stored by a worker that was killed is sent again, with the same id', async () => {
  const { id } = await hooks.create();
  await hooks.change(hooks.article.id);
  const waiting = hold();
  const { db } = hooks.desk;
  const program = join(import.meta.dirname, '../../testing/webhook-worker.ts');
  const worker = spawn(process.execPath, [program, db.url, db.readerUrl, db.secret], {
    stdio: 'inherit',
  });
  const ended = once(worker, 'exit');
  await expect.poll(() => waiting.length, { timeout: 60_000 }).toBe(1);
  worker.kill('SIGKILL');
  await ended;
  waiting.length = 0;
  hooks.receiver.answer((response) => response.writeHead(204).end());
  // While it could still be at work nobody else sends.
  await hooks.deliver();
  expect(hooks.sent()).toHaveLength(1);
  expect(await hooks.deliveries(id)).toEqual([]);
  hooks.desk.clock.now = new Date(Date.now() + leaseTime);
  await hooks.deliver();
  const [sent, again, ...more] = hooks.sent();
  expect([again, more]).toEqual([sent, []]);
  expect(await hooks.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
}, 90_000);

test('a worker that another has replaced stores nothing, and takes no entry from it', async () => {
  const { id } = await hooks.create();
  await hooks.change(hooks.article.id);
  const waiting = hold();
  const frozen = hooks.deliver();
  await expect.poll(() => waiting.length).toBe(1);
  hooks.desk.clock.now = new Date(hooks.desk.clock.now.getTime() + leaseTime);
  const second = hooks.deliver();
  await expect.poll(() => waiting.length).toBe(2);
  waiting[0]?.writeHead(500).end();
  await frozen;
  expect(await hooks.deliveries(id)).toEqual([]);
  release(waiting.slice(1));
  await second;
  expect(await hooks.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  expect(await hooks.get({ id })).toMatchObject({ failing: null, hasWaiting: false });
});

test('many receivers that hang hold up no other', async () => {
  const hanging = Array.from({ length: 12 }, () =>
    hooks.create({ url: hooks.receiver.at('slow.test') }),
  );
  await Promise.all(hanging);
  await hooks.change(hooks.article.id);
  const waiting = hold();
  const running = hooks.deliver();
  await expect.poll(() => waiting.length).toBe(12);
  release(waiting);
  await running;
});

test('a replay that is asked for during an attempt is sent after it', async () => {
  const { id } = await hooks.create();
  hooks.receiver.answer((response) => response.writeHead(500).end());
  await hooks.change(hooks.article.id);
  await hooks.deliver();
  hooks.desk.clock.now = new Date((await hooks.get({ id })).failing?.retryAt ?? Number.NaN);
  const waiting = hold();
  const running = hooks.deliver();
  await expect.poll(() => waiting.length).toBe(1);
  const [message] = await hooks.deliveries(id);
  await hooks.admin.call.editor.webhooks.replay({ id, what: { deliveryId: message?.id ?? '' } });
  hooks.receiver.answer((response) => response.writeHead(204).end());
  waiting[0]?.writeHead(500).end();
  await running;
  await hooks.deliver();
  expect(hooks.sent()).toHaveLength(3);
  expect(new Set(hooks.sent()).size).toBe(1);
  expect(await hooks.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 3 }]);
});
