import { connect, createServer } from 'node:net';
import { connectEditorial } from '@viewpoints/db/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWebhookDesk, type WebhookDesk } from '../../testing/webhook-desk.ts';
import { createWebhookWaker } from './webhook-waker.ts';

let hooks: WebhookDesk;
beforeAll(async () => {
  hooks = await openWebhookDesk();
});
afterAll(() => hooks.close());

/** A way to the database that breaks off as long as `isAway`. */
async function openUnreliableWay(url: string) {
  const way = { isAway: true, url: '', close: () => {} };
  const { hostname, port } = new URL(url);
  const server = createServer((socket) => {
    if (way.isAway) return socket.destroy();
    const onward = connect(Number(port || 5432), hostname);
    for (const end of [socket, onward]) end.on('error', () => {});
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const through = new URL(url);
  through.host = `127.0.0.1:${address.port}`;
  return Object.assign(way, { url: through.href, close: () => server.close() });
}

test('a database that is away for a moment does not end the waking', async () => {
  const { db } = hooks.desk;
  const way = await openUnreliableWay(db.url);
  const own = connectEditorial(way.url, { poolSize: 1 });
  const warned: string[] = [];
  const wake = createWebhookWaker({
    editorial: own,
    log: { warn: (_: unknown, message: string) => warned.push(message) },
  });
  const jobs = () =>
    db.sql(`select from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where identifier = 'deliver_webhooks'`);
  await hooks.create();
  await hooks.change(hooks.article.id);
  await db.sql('delete from graphile_worker._private_jobs');
  wake();
  await expect.poll(() => warned).toHaveLength(1);
  expect(await jobs()).toHaveLength(0);
  way.isAway = false;
  wake();
  await expect.poll(jobs).toHaveLength(1);
  await own.$disconnect();
  way.close();
});
