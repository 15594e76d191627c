import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { fingerprintOf } from '@viewpoints/postgres/roles/secret-fingerprint';
import { plantWholeJournal } from '@viewpoints/published/testing/plant-whole-journal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listBackups } from '../backup/list-backups.ts';
import { directoryStore } from '../backup/store.ts';
import { startCommandProcess } from '../testing/command-process.ts';

/*
 * Backups and restores are killed at times of every kind, and begun again: what was there stays until
 * what is new is whole.
 */

const rounds = 40;

let directory: string;
let db: TestDatabase;
let env: Record<string, string>;
let place: string;
let picture: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-kills-'));
  place = join(directory, 'backups');
  db = await createTestDatabase();
  const { hidden } = await plantWholeJournal(db);
  await db.sql('UPDATE secret_fingerprint SET fingerprint = $1', [fingerprintOf(db.secret)]);
  env = { DATA_DIR: join(directory, 'data'), DATABASE_URL: db.url, SECRET: db.secret };
  const commands = startCommandProcess(directory, env);
  // It makes DATA_DIR.
  await commands.run(['doctor']);
  const media = join(directory, 'data', 'media');
  await rm(media, { recursive: true, force: true });
  await mkdir(media);
  picture = join(media, hidden.media);
  await writeFile(picture, 'a picture');
  await commands.run(['backup', place, '--plain']);
  await commands.stop();
}, 120_000);
afterAll(async () => {
  await db.drop();
  await rm(directory, { recursive: true });
});

/** Starts a command and kills it after some of the time that a whole run takes. */
async function killAt(share: number, whole: number, args: readonly string[]): Promise<boolean> {
  const victim = startCommandProcess(directory, env);
  await victim.run(['backup', '--help']);
  let isDone = false;
  const run = victim.run(args).then(
    ({ status }) => {
      isDone = status === 0;
    },
    () => {},
  );
  await Promise.race([run, sleep(share * whole)]);
  await victim.stop();
  await run;
  // The server notices the end of the connection, and rolls back.
  await waitForWaiting(db, 0);
  return isDone;
}

async function timeOf(args: readonly string[]): Promise<number> {
  const victim = startCommandProcess(directory, env);
  await victim.run(['backup', '--help']);
  const begun = Date.now();
  expect(await victim.run(args)).toMatchObject({ status: 0 });
  const took = Date.now() - begun;
  await victim.stop();
  return took;
}

test('a killed backup is none, and takes none away', async () => {
  const args = ['backup', place, '--plain', '--keep', '3'];
  const whole = await timeOf(args);
  for (let round = 0; round < rounds; round += 1) {
    const before = await listBackups(directoryStore(place));
    await killAt(round / rounds, whole * 1.1, args);
    const after = await listBackups(directoryStore(place));
    expect(after.length).toBeGreaterThanOrEqual(Math.min(before.length, 3));
    const commands = startCommandProcess(directory, env);
    expect(await commands.run(['backup', place, '--verify'])).toMatchObject({ status: 0 });
    await commands.stop();
  }
}, 1_800_000);

test('a killed restore leaves one journal or the other, with its pictures', async () => {
  const args = ['restore', place, '--yes'];
  const whole = await timeOf(args);
  // What a restore writes anew, and the time of the backup, differ between runs.
  const digests = async () => {
    const {
      audit_record: _,
      webhook: __,
      notification: ___,
      message: ____,
      ...rest
    } = await digestTables(db);
    return rest;
  };
  const restored = await digests();
  let [old, renewed] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    await db.sql(`UPDATE topic SET name = 'Later' || $1`, [String(round)]);
    const changed = await digests();
    await killAt(round / rounds, whole * 1.1, args);
    const now = await digests();
    const isOld = JSON.stringify(now) === JSON.stringify(changed);
    if (isOld) old += 1;
    else renewed += 1;
    if (!isOld) expect(now).toEqual(restored);
    expect((await readdir(join(directory, 'data', 'media'))).length).toBeGreaterThan(0);
    const triggers = `SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D'`;
    expect(await db.sql(triggers)).toEqual([{ count: '0' }]);
  }
  expect(old).toBeGreaterThan(0);
  expect(renewed).toBeGreaterThan(0);
  expect(await timeOf(args)).toBeGreaterThan(0);
  expect(await digests()).toEqual(restored);
}, 1_800_000);
