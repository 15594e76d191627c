import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hashOf } from '@viewpoints/api/accounts/password';
import { insertAccount } from '@viewpoints/db/editorial/accounts';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addArticle } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { closeWriters, connectWriter, type Writer } from '../testing/connect-writer.ts';
import { adminUrl, signInTo } from '../testing/program-calls.ts';
import { startProgram } from '../testing/start-program.ts';

// Whole programs are started, two in one test.
vi.setConfig({ testTimeout: 120_000 });

let db: TestDatabase;
let dataDir = '';
beforeEach(async () => {
  db = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'viewpoints-killed-'));
});
afterEach(async () => {
  closeWriters();
  await db.drop();
  await rm(dataDir, { recursive: true });
});

const start = async () => {
  const program = await startProgram({ db, dataDir });
  onTestFinished(async () => {
    await program.end('SIGKILL');
  });
  return program;
};

/** Writes letter after letter into a line; the result grows as letters are acknowledged. */
function type(writer: Writer, letter: string): { acknowledged: () => number; stop: () => void } {
  const text = writer.shared.getText('standfirst');
  let [written, acknowledged] = [0, 0];
  /** How much was written before each message that waits to be acknowledged, in their order. */
  const waiting: number[] = [];
  writer.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    while (waiting.length < number) waiting.push(written);
    while (waiting.length > number) acknowledged = waiting.shift() ?? 0;
  });
  const timer = setInterval(() => {
    text.insert(text.length, letter);
    written += 1;
  }, 15);
  return { acknowledged: () => acknowledged, stop: () => clearInterval(timer) };
}

const password = 'a long enough one';
const addEditor = async (name: string) => {
  const email = `${name.toLowerCase()}@journal.example`;
  return insertAccount(db.editorial, {
    ...{ id: newId(), name, email, roles: ['editor'], at: new Date() },
    passwordHash: await hashOf(password),
  });
};

test('no acknowledged letter is lost where a server is killed while two write', async () => {
  const { id: by, email } = await addEditor('Editor');
  const { id } = await addArticle(db.editorial, { by, standfirst: '' });
  const [one, other] = [await start(), await start()];
  const { cookie } = await signInTo(one, { email, password });
  const at = { articleId: id, cookie, origin: adminUrl };
  const mine = await connectWriter({ ...at, url: one.url });
  const theirs = await connectWriter({ ...at, url: other.url });
  const [a, b] = [type(mine, 'a'), type(theirs, 'b')];
  await vi.waitUntil(() => Math.min(a.acknowledged(), b.acknowledged()) > 20, { timeout: 30_000 });
  one.child.kill('SIGKILL');
  a.stop();
  await one.ended;
  const acknowledged = a.acknowledged();
  await sleep(500);
  b.stop();
  await theirs.acknowledged();
  const stored = await db.editorial.article.findUniqueOrThrow({ where: { id } });
  const count = (letter: string) => stored.standfirst.split(letter).length - 1;
  expect(count('a')).toBeGreaterThanOrEqual(acknowledged);
  expect(count('b')).toBeGreaterThanOrEqual(b.acknowledged());
  expect(theirs.content().standfirst).toBe(stored.standfirst);
  // Unacknowledged updates are still on the page, and are sent to another server.
  const next = await connectWriter({ ...at, url: other.url, shared: mine.shared });
  await vi.waitFor(() => expect(theirs.content()).toEqual(next.content()));
  const then = await db.editorial.article.findUniqueOrThrow({ where: { id } });
  expect(then.standfirst).toBe(next.content().standfirst);
});
