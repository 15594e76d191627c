import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from '@viewpoints/api/accounts/password';
import { insertAccount } from '@viewpoints/db/editorial/accounts';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addArticle } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { closeWriters, connectToDesk, connectWriter } from '../testing/connect-writer.ts';
import { adminUrl, signInTo } from '../testing/program-calls.ts';
import { startProgram } from '../testing/start-program.ts';
import { presenceTimes } from './presence.ts';

// Presence expires a quarter of a minute after its server was killed; `presence.test.ts` has the rule.
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

const password = 'a long enough one';
const addEditor = async (name: string) => {
  const email = `${name.toLowerCase()}@journal.example`;
  return insertAccount(db.editorial, {
    ...{ id: newId(), name, email, roles: ['editor'], at: new Date() },
    passwordHash: await hashOf(password),
  });
};

test('presence at a server that is killed is shown until it expires', async () => {
  const [helen, omar] = [await addEditor('Helen'), await addEditor('Omar')];
  const { id } = await addArticle(db.editorial, { by: helen.id });
  const [killed, other] = [await start(), await start()];
  const cookieOf = async ({ email }: { email: string }) =>
    (await signInTo(other, { email, password })).cookie;
  const page = await connectToDesk({
    ...{ url: other.url, cookie: await cookieOf(omar), origin: adminUrl },
  });
  await connectWriter({
    ...{ url: killed.url, articleId: id, cookie: await cookieOf(helen), origin: adminUrl },
  });
  await vi.waitFor(() => expect(page.people()).toEqual({ [id]: ['Helen'] }), { timeout: 10_000 });
  killed.child.kill('SIGKILL');
  await killed.ended;
  // A killed server announces nothing.
  expect(page.people()).toEqual({ [id]: ['Helen'] });
  const { expire, repeat } = presenceTimes;
  await vi.waitFor(() => expect(page.people()).toEqual({}), { timeout: expire + 3 * repeat });
});
