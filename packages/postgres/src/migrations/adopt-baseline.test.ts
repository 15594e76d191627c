import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/embedded.ts';
import { describeSchema, type SchemaPart } from '../testing/describe-schema.ts';
import type { BeforeBaseline } from './adopt-baseline.ts';
import { readBeforeBaseline } from './before-baseline.ts';
import { checksumOf } from './checksum.ts';
import { MigrationError } from './error.ts';
import { listMigrationNames, repositoryPaths } from './files.ts';
import { listPendingMigrations, migrate } from './migrate.ts';

const testDatabaseUrl = process.env.TEST_DATABASE_URL;
let embedded: EmbeddedPostgres | undefined;
let server: string;
let root: string;
const made: string[] = [];

beforeAll(async () => {
  embedded = testDatabaseUrl ? undefined : await startEmbeddedPostgres({ throwaway: true });
  server = testDatabaseUrl ?? embedded?.url ?? '';
}, 60_000);
afterAll(async () => {
  await embedded?.stop();
});
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'viewpoints-adopt-'));
});
afterEach(async () => {
  rmSync(root, { recursive: true });
  for (const name of made.splice(0)) await run(server, `DROP DATABASE ${name} WITH (FORCE)`);
});

async function createDatabase(): Promise<string> {
  const name = `adopt_${randomUUID().replaceAll('-', '')}`;
  await run(server, `CREATE DATABASE ${name} TEMPLATE template0`);
  made.push(name);
  const address = new URL(server);
  address.pathname = name;
  return address.href;
}

async function run<Row>(databaseUrl: string, sql: string): Promise<Row[]> {
  return (await onClient(databaseUrl, (client) => client.query(sql))).rows;
}

async function onClient<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('given a database that began with the migrations before the baseline', () => {
  const shelf = 'CREATE TABLE shelf (id int PRIMARY KEY);';
  const book = 'CREATE TABLE book (shelf int REFERENCES shelf (id));';
  let url: string;

  beforeEach(async () => {
    url = await createDatabase();
    write('old', '1_shelf', shelf);
    write('old', '2_book', book);
    write('new', '3_baseline', shelf + book);
    write('new', '4_page', 'CREATE TABLE page (id int);');
  });

  const write = (folder: 'old' | 'new', name: string, sql: string) => {
    mkdirSync(join(root, folder, name), { recursive: true });
    writeFileSync(join(root, folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
    writeFileSync(join(root, folder, name, 'migration.sql'), sql);
  };
  const before = (): BeforeBaseline => ({
    directory: join(root, 'old'),
    baseline: '3_baseline',
    migrations: [
      { name: '1_shelf', checksum: checksumOf(shelf) },
      { name: '2_book', checksum: checksumOf(book) },
    ],
  });
  const start = () =>
    migrate(url, { directory: join(root, 'new'), beforeBaseline: before(), functions: null });
  const startOld = (upTo?: string) =>
    migrate(url, { directory: join(root, 'old'), ...(upTo === undefined ? {} : { upTo }) });
  const problemOf = async (work: Promise<unknown>) => {
    const outcome = await work.catch((error: unknown) => error);
    if (outcome instanceof MigrationError) return outcome.problem;
    throw new Error('it was applied', { cause: outcome });
  };
  const marked = async () =>
    (
      await run<{ name: string }>(
        url,
        'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY 1',
      )
    ).map(({ name }) => name);

  test('all of them, then it is marked as having the baseline, keeps its rows and goes on from there', async () => {
    await startOld();
    await run(url, 'INSERT INTO shelf VALUES (1)');
    expect(await start()).toEqual(['4_page']);
    expect(await marked()).toEqual(['3_baseline', '4_page']);
    expect(await run(url, 'SELECT id FROM shelf')).toEqual([{ id: 1 }]);
    expect(await start()).toEqual([]);
  });

  test('all of them, then the mark says since when it has each', async () => {
    await startOld();
    await start();
    const [row] = await run<{ logs: string }>(
      url,
      `SELECT logs FROM _prisma_migrations WHERE migration_name = '3_baseline'`,
    );
    expect(row?.logs).toMatch(/^1_shelf \d{4}-.+\n2_book \d{4}-/);
  });

  test('the first of them, then the rest are applied before it is marked', async () => {
    await startOld('1_shelf');
    expect(await start()).toEqual(['2_book', '4_page']);
    expect(await marked()).toEqual(['3_baseline', '4_page']);
    expect(await start()).toEqual([]);
  });

  test('one that a killed process left unfinished, then it is tried again', async () => {
    await startOld('1_shelf');
    await run(url, `DROP TABLE shelf; UPDATE _prisma_migrations SET finished_at = NULL`);
    expect(await start()).toEqual(['1_shelf', '2_book', '4_page']);
    expect(await marked()).toEqual(['3_baseline', '4_page']);
  });

  test('one that fails, then it is named and the others are tried again with it', async () => {
    await startOld('1_shelf');
    await run(url, 'CREATE TABLE book ()');
    expect(await problemOf(start())).toMatchObject({ code: 'failed', migration: '2_book' });
    await run(url, 'DROP TABLE book');
    expect(await start()).toEqual(['2_book', '4_page']);
  });

  test('one that was changed before or after it was applied, then it is refused by its name', async () => {
    write('old', '1_shelf', `${shelf} -- with a remark`);
    await startOld('1_shelf');
    const refusal = { code: 'edited', migrations: ['1_shelf'] };
    expect(await problemOf(start())).toEqual(refusal);
    await run(url, `UPDATE _prisma_migrations SET checksum = '${checksumOf(shelf)}'`);
    expect(await problemOf(start())).toEqual(refusal);
  });

  test('and one of a newer version, then it is refused and not marked', async () => {
    write('old', '9_newer', 'CREATE TABLE newer ();');
    await startOld();
    rmSync(join(root, 'old/9_newer'), { recursive: true });
    expect(await problemOf(start())).toEqual({ code: 'ahead', migrations: ['9_newer'] });
  });

  test('given a new database then it takes the baseline alone', async () => {
    expect(await start()).toEqual(['3_baseline', '4_page']);
    expect(await marked()).toEqual(['3_baseline', '4_page']);
  });
});

describe('the baseline of this repository', () => {
  const describeAt = (url: string, without: SchemaPart[]) =>
    onClient(url, (client) => describeSchema(client, without));

  test('replaces the migrations before it, as they are', async () => {
    const { baseline, directory, migrations } = await readBeforeBaseline();
    expect(migrations.map(({ name }) => name)).toEqual(await listMigrationNames(directory));
    for (const { name, checksum } of migrations)
      expect(checksumOf(readFileSync(join(directory, name, 'migration.sql'), 'utf8')), name).toBe(
        checksum,
      );
    expect((await listMigrationNames(repositoryPaths.migrations))[0]).toBe(baseline);
  });

  test('makes what they made, apart from functions and triggers', async () => {
    const { baseline, migrations } = await readBeforeBaseline();
    const [old, fresh] = [await createDatabase(), await createDatabase()];
    await migrate(old, { upTo: migrations.at(-1)?.name ?? '' });
    await migrate(fresh, { upTo: baseline });
    const without: SchemaPart[] = ['function', 'trigger'];
    expect(await describeAt(fresh, without)).toBe(await describeAt(old, without));
  }, 60_000);

  test('and what follows it make the same of a database that began with those, functions included', async () => {
    const { migrations } = await readBeforeBaseline();
    const [old, fresh] = [await createDatabase(), await createDatabase()];
    await migrate(old, { upTo: migrations[9]?.name ?? '' });
    expect(await listPendingMigrations(old)).toEqual([
      ...migrations.slice(10).map(({ name }) => name),
      ...(await listMigrationNames(repositoryPaths.migrations)),
    ]);
    await migrate(old);
    await migrate(fresh);
    expect(await listPendingMigrations(old)).toEqual([]);
    expect(await describeAt(old, [])).toBe(await describeAt(fresh, []));
  }, 60_000);
});
