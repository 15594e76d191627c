import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/embedded.ts';
import { MigrationError } from './error.ts';
import { migrate } from './migrate.ts';
import type { MigrationProgress } from './progress.ts';

const testDatabaseUrl = process.env.TEST_DATABASE_URL;
let embedded: EmbeddedPostgres | undefined;
let server: string;
let url: string;
let directory: string;

beforeAll(async () => {
  embedded = testDatabaseUrl ? undefined : await startEmbeddedPostgres({ throwaway: true });
  server = testDatabaseUrl ?? embedded?.url ?? '';
});

afterAll(async () => {
  await embedded?.stop();
});

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'viewpoints-migrate-'));
  const name = `migrate_${randomUUID().replaceAll('-', '')}`;
  await run(server, `CREATE DATABASE ${name}`);
  const address = new URL(server);
  address.pathname = name;
  url = address.href;
});

afterEach(async () => {
  rmSync(directory, { recursive: true });
  await run(server, `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
});

const shelf = 'CREATE TABLE shelf (id int PRIMARY KEY);';

describe('given an empty database', () => {
  test('migrations are applied in order, once', async () => {
    write('1_shelf', shelf);
    write('2_book', 'CREATE TABLE book (shelf int REFERENCES shelf (id));');
    expect(await migrate(url, { directory })).toEqual(['1_shelf', '2_book']);
    expect(await migrate(url, { directory })).toEqual([]);
  });

  test('function bodies with semicolons arrive whole', async () => {
    write(
      '1_answer',
      'CREATE FUNCTION answer() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 42; END $$;',
    );
    await migrate(url, { directory });
    expect(await run(url, 'SELECT answer()')).toEqual([{ answer: 42 }]);
  });

  test('those up to a named one are applied, and the rest when none is named', async () => {
    write('1_shelf', shelf);
    write('2_book', 'CREATE TABLE book (id int);');
    write('3_page', 'CREATE TABLE page (id int);');
    expect(await migrate(url, { directory, upTo: '2_book' })).toEqual(['1_shelf', '2_book']);
    expect(await migrate(url, { directory, upTo: '2_book' })).toEqual([]);
    expect(await migrate(url, { directory })).toEqual(['3_page']);
  });

  test('nothing is applied where no migration has that name', async () => {
    write('1_shelf', shelf);
    expect(await problemOf(url, { upTo: '2_book' })).toEqual({
      code: 'unknown',
      migration: '2_book',
    });
    expect(await run(url, `SELECT to_regclass('shelf') AS shelf`)).toEqual([{ shelf: null }]);
  });

  test('given locks that the reading site’s role could take, then nothing waits for them', async () => {
    write('1_shelf', shelf);
    const other = new Client({ connectionString: url });
    await other.connect();
    try {
      // Prisma's engine takes the one, and versions before took the other.
      await other.query('SELECT pg_advisory_lock(72707369), pg_advisory_lock(843172006)');
      const steps: MigrationProgress[] = [];
      const onProgress = (progress: MigrationProgress) => steps.push(progress);
      expect(await migrate(url, { directory, onProgress })).toEqual(['1_shelf']);
      expect(steps).not.toContainEqual({ step: 'waiting' });
    } finally {
      await other.end();
    }
  });

  test('two processes at once take turns', async () => {
    write('1_shelf', `SELECT pg_sleep(0.5); ${shelf}`);
    const seen: MigrationProgress[] = [];
    const onProgress = (progress: MigrationProgress) => seen.push(progress);
    const applied = await Promise.all([
      migrate(url, { directory, onProgress }),
      migrate(url, { directory, onProgress }),
    ]);
    expect(applied.flat()).toEqual(['1_shelf']);
    expect(seen).toContainEqual({ step: 'waiting' });
  });
});

describe('given a migration that fails', () => {
  test('it is named, with the reason and its line, and rolled back', async () => {
    write('1_shelf', shelf);
    write('2_wrong', 'CREATE TABLE half (id int);\nSELECT * FROM nowhere;');
    expect(await problemOf(url)).toEqual({
      code: 'failed',
      migration: '2_wrong',
      detail: 'relation "nowhere" does not exist (line 2)',
    });
    expect(await run(url, `SELECT to_regclass('half') AS half`)).toEqual([{ half: null }]);
  });

  test('when its cause has been fixed, it is tried again', async () => {
    write('1_wrong', 'SELECT * FROM nowhere;');
    await problemOf(url);
    write('1_wrong', shelf);
    expect(await migrate(url, { directory })).toEqual(['1_wrong']);
  });
});

test('a migration and the note that it was applied are one transaction', async () => {
  write(
    '1_watch',
    `CREATE TABLE note (transaction xid8);
     CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN INSERT INTO note VALUES (pg_current_xact_id()); RETURN NEW; END $$;
     CREATE TRIGGER note AFTER UPDATE OF finished_at ON "_prisma_migrations"
       FOR EACH ROW EXECUTE FUNCTION note();`,
  );
  write('2_shelf', `${shelf} CREATE TABLE made AS SELECT pg_current_xact_id() AS transaction;`);
  await migrate(url, { directory });
  expect(await run(url, 'SELECT 1 FROM made JOIN note USING (transaction)')).toHaveLength(1);
});

test('a migration that a killed process left unfinished is tried again', async () => {
  write('1_shelf', shelf);
  await migrate(url, { directory });
  await run(url, `DROP TABLE shelf; UPDATE "_prisma_migrations" SET finished_at = NULL`);
  expect(await migrate(url, { directory })).toEqual(['1_shelf']);
});

describe('a history that is not ours to continue is refused', () => {
  test('applied migrations that were changed', async () => {
    write('1_shelf', shelf);
    await migrate(url, { directory });
    write('1_shelf', `${shelf} -- now with a remark`);
    expect(await problemOf(url)).toEqual({ code: 'edited', migrations: ['1_shelf'] });
  });

  test('migrations of a newer version', async () => {
    write('1_shelf', shelf);
    write('2_book', 'CREATE TABLE book (id int);');
    await migrate(url, { directory });
    rmSync(join(directory, '2_book'), { recursive: true });
    expect(await problemOf(url)).toEqual({ code: 'ahead', migrations: ['2_book'] });
  });

  test('a migration that was given another name', async () => {
    write('1_shelf', shelf);
    await migrate(url, { directory });
    renameSync(join(directory, '1_shelf'), join(directory, '1_rack'));
    expect(await problemOf(url)).toEqual({ code: 'ahead', migrations: ['1_shelf'] });
  });

  test('tables of another application', async () => {
    write('1_shelf', shelf);
    await run(url, 'CREATE TABLE theirs (id int)');
    expect(await problemOf(url)).toEqual({ code: 'not_empty' });
  });
});

test('what fails on the way for another reason is not taken for a database out of reach', async () => {
  const directory = join(tmpdir(), 'viewpoints-no-such-folder');
  const failed = await migrate(url, { directory }).catch((error: MigrationError) => error.problem);
  expect(failed).toMatchObject({ code: 'interrupted', detail: expect.stringContaining(directory) });
});

describe('a database out of reach is said so, with the reason', () => {
  test('nobody listens', async () => {
    expect(await problemOf('postgres://x@127.0.0.1:1/x')).toMatchObject({ code: 'unreachable' });
  });

  test('the server ends the connection on the way', async () => {
    await migrate(url, { directory });
    const other = new Client({ connectionString: url });
    await other.connect();
    try {
      await other.query('BEGIN; LOCK TABLE viewpoints_migration.turn IN EXCLUSIVE MODE');
      const steps: MigrationProgress[] = [];
      const waits = migrate(url, { directory, onProgress: (step) => steps.push(step) }).catch(
        (error: MigrationError) => error.problem,
      );
      await vi.waitFor(() => expect(steps).toContainEqual({ step: 'waiting' }), 20_000);
      await other.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
      expect(await waits).toMatchObject({ code: 'unreachable' });
    } finally {
      await other.end();
    }
  });

  test('no such database', async () => {
    const address = new URL(url);
    address.pathname = 'nowhere';
    expect(await problemOf(address.href)).toEqual({
      code: 'unreachable',
      detail: 'database "nowhere" does not exist',
    });
  });
});

function write(name: string, sql: string): void {
  writeFileSync(join(directory, 'migration_lock.toml'), 'provider = "postgresql"\n');
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, 'migration.sql'), sql);
}

async function problemOf(databaseUrl: string, options: { upTo?: string } = {}) {
  const outcome = await migrate(databaseUrl, { directory, ...options }).catch(
    (error: unknown) => error,
  );
  if (outcome instanceof MigrationError) return outcome.problem;
  throw new Error('it was applied', { cause: outcome });
}

async function run(databaseUrl: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
