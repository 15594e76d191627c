import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSubscriberKeys } from '@viewpoints/api/subscriptions/subscriber-keys';
import { addSubscriber } from '@viewpoints/api/testing/add-subscriber';
import { newId } from '@viewpoints/db/editorial/new-id';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

const ana = 'ana@mail.example';
const since = new Date('2031-05-01T09:00:00.000Z');

let db: TestDatabase;
let directory: string;
let commands: CommandProcess;
beforeAll(async () => {
  db = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-subscribers-'));
  commands = startCommandProcess(directory, { DATABASE_URL: db.url, SECRET: db.secret });
  await addSubscriber(db, [{ cadence: 'weekly', since }], { address: ana, language: 'fr' });
  await addSubscriber(db, [{ cadence: 'daily' }]);
}, 60_000);
afterAll(async () => {
  await commands.stop();
  await rm(directory, { recursive: true });
  await db.drop();
});

const run = (args: string[], input = '') => commands.run(['subscribers', ...args], { input });
let seen = 0;
/** What was recorded since the last time, and that no address is in any of it. */
async function recorded(): Promise<string[]> {
  const rows = await db.sql<{ action: string; all: string }>(
    'select action, r::text as all from audit_record r order by at offset $1',
    [seen],
  );
  seen += rows.length;
  expect(rows.map((row) => row.all).join()).not.toContain('@mail.example');
  return rows.map(({ action }) => action);
}

test('subscribers are counted exactly, without a record', async () => {
  const { stdout, status } = await run(['count']);
  expect(status).toBe(0);
  expect(stdout).toContain('2 subscribers; 0 addresses wait to be confirmed.');
  expect(stdout).toMatch(/\| everything +\| 0 +\| 1 +\| 1 +\| 0 +\| 0 +\|/);
  const { kinds } = JSON.parse((await run(['count', '--json'])).stdout);
  expect(kinds[0]).toMatchObject({ kind: 'everything', counts: { daily: 1, weekly: 1 } });
  expect(await recorded()).toEqual([]);
});

test('subscribers are listed with their addresses, and it is recorded that they were', async () => {
  const { stdout } = await run(['list']);
  expect(stdout.split('\n')).toContain(`${ana}  fr  everything (weekly, since 2031-05-01)`);
  const lines = (await run(['list', '--json'])).stdout.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toContainEqual({
    ...{ address: ana, language: 'fr' },
    subscriptions: [{ subject: 'everything', cadence: 'weekly', since: since.toISOString() }],
  });
  expect(await recorded()).toEqual(['settings.list_subscribers', 'settings.list_subscribers']);
});

describe('an export of subscribers', () => {
  test('is a file that its owner alone reads, and is never written over another', async () => {
    const path = join(directory, 'readers.jsonl');
    const { stdout } = await run(['export', path, '--plain']);
    expect(stdout).toBe(`Exported 2 subscribers to ${path}.\n`);
    expect(await readFile(path, 'utf8')).toContain(`"address":"${ana}"`);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(await recorded()).toEqual(['settings.export_subscribers']);
    expect((await run(['export', path, '--plain'])).stderr).toContain('is there already');
    expect(await recorded()).toEqual([]);
  });

  test('is encrypted unless it is said to be plain', async () => {
    const identity = await generateX25519Identity();
    const path = join(directory, 'readers.jsonl.age');
    expect((await run(['export', path])).stderr).toContain('--recipient age1');
    expect((await run(['export', path, '--plain'])).status).toBe(1);
    expect((await run(['export', path, '--recipient', 'age1x'])).stderr).toContain('no public key');
    await run(['export', path, '--recipient', await identityToRecipient(identity)]);
    const bytes = await readFile(path);
    expect(bytes.toString('latin1')).not.toContain(ana);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(await decrypter.decrypt(bytes, 'text')).toContain(ana);
    await recorded();
  });
});

test('an address is forgotten with what was requested for it, however it is spelled', async () => {
  const keys = createSubscriberKeys(db.secret);
  const request = newId();
  await db.editorial.subscriptionRequest.create({
    data: {
      ...{ id: request, addressHash: keys.addressHash(ana), mailboxHash: keys.mailboxHash(ana) },
      ...{ address: keys.encrypt(request, ana), language: 'fr', subject: 'everything' },
      ...{ cadence: 'daily', at: new Date() },
    },
  });
  expect((await run(['forget'], 'ana\n')).stderr).toContain('no e-mail address');
  const { stdout, status } = await run(['forget'], 'Ana@MAIL.example\n');
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^Forgotten\./)]);
  expect(await db.sql('select from subscription_request')).toEqual([]);
  expect((await run(['list'])).stdout).not.toContain(ana);
  expect(await db.sql('select cause, cadence, count from subscription_ending')).toEqual([
    { cause: 'forgotten', cadence: 'weekly', count: 1 },
  ]);
  const again = await run(['forget'], `${ana}\n`);
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('Nobody subscribed')]);
  expect(await recorded()).toEqual(['settings.forget_subscriber', 'settings.list_subscribers']);
});
