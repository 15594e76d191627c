import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { maxBounceBytes } from '@viewpoints/api/subscriptions/bounces/read-bounce';
import { createReturnPaths } from '@viewpoints/api/subscriptions/bounces/return-paths';
import { addSubscriber } from '@viewpoints/api/testing/add-subscriber';
import { buildBounce } from '@viewpoints/api/testing/build-bounce';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

// The first command loads all of them, which a busy machine takes half a minute for.
vi.setConfig({ testTimeout: 120_000 });

const bounceAddress = 'bounces@mail.example';

let db: TestDatabase;
let directory: string;
let commands: CommandProcess;
beforeAll(async () => {
  db = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-bounce-'));
  commands = startCommandProcess(directory, { SECRET: db.secret });
}, 60_000);
afterAll(async () => {
  await commands.stop();
  await rm(directory, { recursive: true });
  await db.drop();
});

const run = (input: string, env: Record<string, string> = {}, args: string[] = []) =>
  commands.run(['bounce', ...args], {
    input,
    env: { DATABASE_URL: db.url, BOUNCE_ADDRESS: bounceAddress, ...env },
  });
/** A subscriber, and the return path of a message to them. */
async function subscriber() {
  const { id } = await addSubscriber(db);
  return { id, to: createReturnPaths(db.secret, bounceAddress).addressFor(id, new Date()) };
}
const isThere = async (id: string) =>
  (await db.sql('select from subscriber where id = $1', [id])).length === 1;

test('a report that came through a pipe ends the subscription, and the mail server is done with it', async () => {
  const { id, to } = await subscriber();
  expect(await run(buildBounce({ to }))).toEqual({ status: 0, stdout: 'ended\n', stderr: '' });
  expect(await isThere(id)).toBe(false);
  expect(await run(buildBounce({ to }))).toMatchObject({ status: 0, stdout: 'unknown\n' });
});

test('the mail server may name the return path that it delivered to', async () => {
  const { id, to } = await subscriber();
  const report = buildBounce({ to: 'somebody@mail.example' });
  expect(await run(report)).toMatchObject({ status: 0, stdout: 'unsigned\n' });
  expect(await run(report, {}, ['--recipient', to])).toMatchObject({
    status: 0,
    stdout: 'ended\n',
  });
  expect(await isThere(id)).toBe(false);
});

test('a message that will never be read is done with, and its status says so', async () => {
  expect(await run('')).toMatchObject({ status: 65, stdout: '' });
  const { id, to } = await subscriber();
  const long = await run(buildBounce({ to }) + 'x'.repeat(maxBounceBytes));
  expect(long).toMatchObject({ status: 65, stderr: expect.stringContaining('longer than') });
  expect(await isThere(id)).toBe(true);
});

test('a message is to be kept while the database or a setting is missing', async () => {
  const { id, to } = await subscriber();
  const nowhere = 'postgres://nobody@127.0.0.1:1/none';
  const unreachable = await run(buildBounce({ to }), { DATABASE_URL: nowhere });
  expect(unreachable).toMatchObject({ status: 75, stdout: '' });
  expect(unreachable.stderr).not.toBe('');
  expect(await run(buildBounce({ to }), { BOUNCE_ADDRESS: '' })).toMatchObject({
    ...{ status: 75, stdout: '', stderr: 'BOUNCE_ADDRESS is not set.\n' },
  });
  expect(await isThere(id)).toBe(true);
  // What names nobody needs no database to be thrown away.
  expect(await run(buildBounce({ to: bounceAddress }), { DATABASE_URL: nowhere })).toMatchObject({
    ...{ status: 0, stdout: 'unsigned\n' },
  });
});
