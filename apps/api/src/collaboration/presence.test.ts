import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { InstanceMessage } from './instance-messages.ts';
import { createPresence, type Presence, presenceTimes } from './presence.ts';
import { createSockets, type Socket } from './sockets.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Receiver = { presence: Pick<Presence, 'receive'> };

/** An instance without a database: what it says is heard by all of the others. */
function startInstance(others: Set<Receiver>) {
  const sockets = createSockets();
  const name = randomUUID();
  const said: InstanceMessage[] = [];
  let changes = 0;
  const elsewhere: { articleId: string; isOpen: boolean }[] = [];
  const presence = createPresence({
    sockets,
    send: async (message) => {
      said.push(message);
      for (const other of others) if (other !== own) other.presence.receive(name, message);
    },
    onChange: () => {
      changes += 1;
    },
    onElsewhere: ({ articleId, isOpen }) => elsewhere.push({ articleId, isOpen }),
  });
  const open = (articleId: string, accountId: string = randomUUID()): Socket => {
    const socket = {
      account: { id: accountId, name: 'Helen' },
      seat: { sessionId: randomUUID(), articleId },
      wroteAt: Number.NEGATIVE_INFINITY,
    } as Socket;
    sockets.add(socket);
    presence.changed(articleId);
    return socket;
  };
  const close = (socket: Socket) => {
    sockets.remove(socket);
    presence.changed(socket.seat.articleId);
  };
  const own = { presence, said, elsewhere, open, close, changes: () => changes };
  others.add(own);
  return own;
}

const articleId = randomUUID();
const collected = () => vi.advanceTimersByTimeAsync(presenceTimes.collect);

test('an instance knows who has an article open at another, and that they have closed it', async () => {
  const all = new Set<Receiver>();
  const [one, other] = [startInstance(all), startInstance(all)];
  const socket = one.open(articleId, 'helen');
  await collected();
  expect(other.presence.people()).toEqual(
    new Map([[articleId, [{ id: 'helen', isWriting: false }]]]),
  );
  expect(other.presence.isElsewhere(articleId)).toBe(true);
  expect(one.presence.isElsewhere(articleId)).toBe(false);
  one.close(socket);
  await collected();
  expect(other.presence.people()).toEqual(new Map());
  expect(other.elsewhere).toEqual([
    { articleId, isOpen: true },
    { articleId, isOpen: false },
  ]);
});

test('an instance that says nothing any more has nobody, but not before', async () => {
  const all = new Set<Receiver>();
  const [one, killed] = [startInstance(all), startInstance(all)];
  killed.open(articleId);
  await vi.advanceTimersByTimeAsync(4 * presenceTimes.expire);
  expect(one.presence.people().size).toBe(1);
  all.clear();
  await vi.advanceTimersByTimeAsync(presenceTimes.expire - presenceTimes.repeat);
  expect(one.presence.people().size).toBe(1);
  await vi.advanceTimersByTimeAsync(2 * presenceTimes.repeat + presenceTimes.collect);
  expect(one.presence.people().size).toBe(0);
  expect(one.elsewhere.at(-1)).toEqual({ articleId, isOpen: false });
});

test('an instance that ends takes its people along, and says nothing after that', async () => {
  const all = new Set<Receiver>();
  const [one, other] = [startInstance(all), startInstance(all)];
  const socket = other.open(articleId);
  await collected();
  await other.presence.stop();
  expect(one.presence.people().size).toBe(0);
  other.close(socket);
  other.open(articleId);
  await vi.advanceTimersByTimeAsync(presenceTimes.expire);
  expect(other.said.at(-1)).toEqual({ kind: 'gone' });
});

test('a new instance learns who has what open', async () => {
  const all = new Set<Receiver>();
  const one = startInstance(all);
  one.open(articleId);
  await collected();
  const late = startInstance(all);
  late.presence.restart();
  await collected();
  expect(late.presence.people().size).toBe(1);
});

test('who has written is writing for a while, at whichever instance', async () => {
  const all = new Set<Receiver>();
  const [one, other] = [startInstance(all), startInstance(all)];
  const socket = one.open(articleId, 'helen');
  other.open(articleId, 'helen');
  socket.wroteAt = performance.now();
  one.presence.changed(articleId);
  await collected();
  const writing = new Map([[articleId, [{ id: 'helen', isWriting: true }]]]);
  expect([one.presence.people(), other.presence.people()]).toEqual([writing, writing]);
  await vi.advanceTimersByTimeAsync(presenceTimes.writing + presenceTimes.collect);
  const quiet = new Map([[articleId, [{ id: 'helen', isWriting: false }]]]);
  expect([one.presence.people(), other.presence.people()]).toEqual([quiet, quiet]);
});

test('a writer who goes on writing is announced once', async () => {
  const one = startInstance(new Set());
  const socket = one.open(articleId);
  for (let at = 0; at < 10; at += 1) {
    socket.wroteAt = performance.now();
    one.presence.changed(articleId);
    await collected();
  }
  expect(one.said).toHaveLength(1);
  expect(one.changes()).toBe(2);
});

test('many changes at once are one message, and many people several that each fit', async () => {
  const one = startInstance(new Set());
  const articles = Array.from({ length: 3 }, () => randomUUID());
  for (const id of articles) for (let at = 0; at < 50; at += 1) one.open(id);
  await collected();
  expect(one.said).toHaveLength(3);
  for (const message of one.said) expect(JSON.stringify(message).length).toBeLessThan(5500);
  one.said.length = 0;
  for (let at = 0; at < 100; at += 1) one.open(articles[0] ?? '', 'helen');
  await collected();
  expect(one.said).toHaveLength(1);
});

test('many articles with one person each are several messages that each fit', async () => {
  const all = new Set<Receiver>();
  const [one, other] = [startInstance(all), startInstance(all)];
  for (let at = 0; at < 120; at += 1) one.open(randomUUID());
  await collected();
  expect(other.presence.people().size).toBe(120);
  for (const message of one.said) expect(JSON.stringify(message).length).toBeLessThan(5500);
});
