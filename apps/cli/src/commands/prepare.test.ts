import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabaseFrom, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

// It prepares a whole database.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let directory: string;
let db: TestDatabase;
let first: CommandProcess;
let second: CommandProcess;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-prepare-'));
  db = await createDatabaseFrom('template0');
  const env = {
    ...{ DATABASE_URL: db.url, SECRET: db.secret, SAMPLE: 'off' },
    ADMIN_URL: 'https://desk.journal.example',
  };
  first = startCommandProcess(directory, env);
  second = startCommandProcess(directory, env);
  await Promise.all([first.run(['prepare', '--help']), second.run(['prepare', '--help'])]);
});
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await db.drop();
  await rm(directory, { recursive: true });
});

test('of two that prepare at once one waits, and goes on where the other is killed', async () => {
  // As while a third process migrates: the first holds its turn to prepare and waits.
  await db.sql('CREATE SCHEMA viewpoints_migration');
  await db.sql('CREATE TABLE viewpoints_migration.preparing ()');
  await db.sql('CREATE TABLE viewpoints_migration.turn ()');
  await db.sql('BEGIN');
  await db.sql('LOCK TABLE viewpoints_migration.turn IN EXCLUSIVE MODE');
  const killed = first.run(['prepare']).catch(() => 'killed');
  const migrating = async () => {
    // In a transaction the server answers with what it said before.
    await db.sql('SELECT pg_stat_clear_snapshot()');
    return db.sql<{ query: string }>(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database()
         AND application_name = 'viewpoints-migrate' ORDER BY backend_start`,
    );
  };
  // That of its turn to prepare, and that on which it waits to migrate.
  await expect.poll(migrating, { timeout: 60_000 }).toHaveLength(2);
  const waiting = second.run(['prepare', '--reader-url', '--json']);
  // It has tried, and tries again in a moment.
  await expect
    .poll(async () => (await migrating())[2]?.query, { timeout: 60_000 })
    .toBe('ROLLBACK');

  await first.stop();
  expect(await killed).toBe('killed');
  await db.sql('COMMIT');
  const { status, stdout, stderr } = await waiting;
  expect([status, stderr]).toEqual([
    ...[0, expect.stringMatching(/^Waiting for another process to prepare the database …\n/)],
  ]);
  expect(JSON.parse(stdout)).toEqual({
    setupUrl: expect.stringMatching(/^https:\/\/desk[.]journal[.]example\/setup[?]token=/),
    readerUrl: db.readerUrl,
  });
  expect(await listPendingMigrations(db.url)).toEqual([]);
  await waitForWaiting(db, 0);

  const again = await second.run(['prepare']);
  expect(again.status).toBe(0);
  expect(again.stdout).toMatch(/^The database is prepared[.] Nobody owns .*\nhttps:/);
});
