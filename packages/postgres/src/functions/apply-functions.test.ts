import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/embedded.ts';
import { MigrationError } from '../migrations/error.ts';
import { repositoryPaths } from '../migrations/files.ts';
import { migrate } from '../migrations/migrate.ts';
import type { MigrationProgress } from '../migrations/progress.ts';

const testDatabaseUrl = process.env.TEST_DATABASE_URL;
let embedded: EmbeddedPostgres | undefined;
let server: string;
let url: string;
let root: string;

beforeAll(async () => {
  embedded = testDatabaseUrl ? undefined : await startEmbeddedPostgres({ throwaway: true });
  server = testDatabaseUrl ?? embedded?.url ?? '';
}, 60_000);
afterAll(async () => {
  await embedded?.stop();
});

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'viewpoints-functions-'));
  mkdirSync(join(root, 'functions'));
  const tables = join(repositoryPaths.migrations, '20261129130002_sql_functions/migration.sql');
  writeMigration('1_tables', readFileSync(tables, 'utf8').split('-- The owner decides')[0] ?? '');
  writeMigration('2_shelf', 'CREATE TABLE shelf (id int); CREATE TABLE book (id int);');
  const name = `functions_${randomUUID().replaceAll('-', '')}`;
  await run(server, `CREATE DATABASE ${name}`);
  const address = new URL(server);
  address.pathname = name;
  url = address.href;
});
afterEach(async () => {
  rmSync(root, { recursive: true });
  await run(server, `DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
});

function writeMigration(name: string, sql: string): void {
  mkdirSync(join(root, 'migrations', name), { recursive: true });
  writeFileSync(join(root, 'migrations/migration_lock.toml'), 'provider = "postgresql"\n');
  writeFileSync(join(root, 'migrations', name, 'migration.sql'), sql);
}

const write = (name: string, sql: string) =>
  writeFileSync(join(root, 'functions', `${name}.sql`), sql);
const answering = (name: string, body: string, head = '') =>
  write(
    name,
    `${head}CREATE OR REPLACE FUNCTION ${name}() RETURNS int LANGUAGE sql AS $$ SELECT ${body} $$;`,
  );

/** Names of the functions that a start applied. */
async function start(): Promise<string[]> {
  const applied: string[] = [];
  await migrate(url, {
    directory: join(root, 'migrations'),
    functions: join(root, 'functions'),
    onProgress: (progress: MigrationProgress) => {
      if (progress.step === 'functions_applied') applied.push(...progress.functions);
    },
  });
  return applied;
}

async function refusal(): Promise<object> {
  const outcome = await start().catch((error: unknown) => error);
  if (outcome instanceof MigrationError) return outcome.problem;
  throw new Error('it was applied', { cause: outcome });
}

async function run<Row>(databaseUrl: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
const answer = async (call = 'answer()') =>
  (await run<{ is: unknown }>(url, `SELECT ${call} AS is`))[0]?.is;
const rebuilds = async () =>
  (await run<{ name: string }>(url, 'SELECT name FROM pending_rebuild ORDER BY 1')).map(
    ({ name }) => name,
  );

describe('functions are applied after the migrations', () => {
  test('given a new database then all are, in the order of their calls, and a second start applies none', async () => {
    answering('answer', 'deep() + 1', '-- after: deep\n');
    answering('deep', '41');
    expect(await start()).toEqual(['deep', 'answer']);
    expect(await answer()).toBe(42);
    expect(await start()).toEqual([]);
  });

  test('given one that differs then it alone is applied', async () => {
    answering('answer', '1');
    answering('other', '1');
    await start();
    answering('answer', '2');
    expect(await start()).toEqual(['answer']);
    expect(await answer()).toBe(2);
  });

  test('given two processes at once then each is applied once', async () => {
    answering('answer', '1');
    const applied = await Promise.all([start(), start()]);
    expect(applied.flat()).toEqual(['answer']);
  });

  test('given one that fails then it is named with its line, and none is changed', async () => {
    answering('answer', '1');
    await start();
    answering('answer', '2');
    write(
      'wrong',
      'CREATE OR REPLACE FUNCTION wrong() RETURNS int LANGUAGE sql AS $$\nSELECT a $$;',
    );
    expect(await refusal()).toEqual({
      code: 'function_failed',
      function: 'wrong',
      detail: 'column "a" does not exist (line 2)',
    });
    expect(await answer()).toBe(1);
  });

  test('given a file that makes none of its name, or another as well, then it is refused', async () => {
    write('answer', 'CREATE FUNCTION reply() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;');
    expect(await refusal()).toMatchObject({ code: 'function_failed', function: 'answer' });
    answering('answer', '1');
    write(
      'reply',
      `CREATE OR REPLACE FUNCTION reply() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
       CREATE FUNCTION replies() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;`,
    );
    expect(await refusal()).toEqual({
      ...{ code: 'function_failed', function: 'reply', detail: 'its file also makes replies' },
    });
  });

  test('given a grant that its file no longer has then it is taken back', async () => {
    const role = `role_${randomUUID().replaceAll('-', '')}`;
    const may = () => answer(`has_function_privilege('${role}', 'answer()', 'EXECUTE')`);
    await run(server, `CREATE ROLE ${role}`);
    try {
      const sql = `CREATE OR REPLACE FUNCTION answer() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
        REVOKE ALL ON FUNCTION answer FROM PUBLIC;`;
      write('answer', `${sql} GRANT EXECUTE ON FUNCTION answer TO ${role};`);
      await start();
      expect(await may()).toBe(true);
      write('answer', sql);
      await start();
      expect(await may()).toBe(false);
    } finally {
      await run(url, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });

  test('given a deadlock with a writer over the tables of two triggers then they are applied again', async () => {
    const trigger = (table: string) =>
      write(
        `watch_${table}`,
        `CREATE OR REPLACE FUNCTION watch_${table}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
         CREATE OR REPLACE TRIGGER watch BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION watch_${table}();`,
      );
    await start();
    trigger('book');
    trigger('shelf');
    const writer = new Client({ connectionString: url });
    await writer.connect();
    try {
      await writer.query('BEGIN; INSERT INTO shelf VALUES (1)');
      const starting = start();
      for (let waiting = false; !waiting; await sleep(20)) {
        const rows = await run(
          url,
          `SELECT FROM pg_locks WHERE relation = 'shelf'::regclass AND NOT granted`,
        );
        waiting = rows.length > 0;
      }
      await writer.query('INSERT INTO book VALUES (1); COMMIT');
      expect(await starting).toEqual(['watch_book', 'watch_shelf']);
    } finally {
      await writer.end();
    }
  });
});

describe('a signature changes only by a new name', () => {
  const returning = (signature: string) =>
    write(
      'answer',
      `CREATE OR REPLACE FUNCTION answer${signature} LANGUAGE sql AS $$ SELECT 1::int $$;`,
    );

  test.each([
    ['other arguments', '(a text) RETURNS int'],
    ['other names of arguments', '(b int) RETURNS int'],
    ['another result', '(a int) RETURNS bigint'],
    ['a result that is named', '(a int, OUT b int)  RETURNS int'],
    ['fewer arguments', '() RETURNS int'],
  ])(
    'given %s under the same name then it is refused, and the rule named',
    async (_, signature) => {
      returning('(a int) RETURNS int');
      await start();
      returning(signature);
      expect(await refusal()).toMatchObject({ code: 'function_signature', function: 'answer' });
      await expect(start()).rejects.toThrow('A signature changes only by a new name');
      expect(await answer('answer(a => 1)')).toBe(1);
    },
  );

  test('given the new one under a name of its own then both are there', async () => {
    answering('answer', '1');
    await start();
    write(
      'answer_of',
      'CREATE OR REPLACE FUNCTION answer_of(a int) RETURNS int LANGUAGE sql AS $$ SELECT a $$;',
    );
    await start();
    expect([await answer(), await answer('answer_of(2)')]).toEqual([1, 2]);
  });

  test('given a file that is gone then its function stays for the version before, until a migration drops it', async () => {
    answering('answer', '1');
    answering('other', '1');
    await start();
    rmSync(join(root, 'functions/answer.sql'));
    expect(await start()).toEqual([]);
    expect(await answer()).toBe(1);
    writeMigration('3_drop', 'DROP FUNCTION IF EXISTS answer;');
    await start();
    expect(await answer(`to_regproc('answer')`)).toBeNull();
    answering('answer', '1');
    expect(await start()).toEqual(['answer']);
  });

  test('given a function that was dropped and whose file is there then it is applied again', async () => {
    answering('answer', '1');
    await start();
    await run(url, 'DROP FUNCTION answer');
    expect(await start()).toEqual(['answer']);
  });
});

describe('a function that decides what is stored has it rebuilt', () => {
  const head = '-- rebuild: search_document\n';

  test('given a new database then there is nothing to rebuild', async () => {
    answering('answer', '1', head);
    await start();
    expect(await rebuilds()).toEqual([]);
  });

  test('given a new database with one that a migration made for a column then there is none either', async () => {
    const sum = `CREATE OR REPLACE FUNCTION sum_of(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT a $$;`;
    writeMigration(
      '3_column',
      `${sum} CREATE TABLE t (a int, b int GENERATED ALWAYS AS (sum_of(a)) STORED);`,
    );
    write('sum_of', `-- generates: t.b\n${sum}`);
    answering('answer', '1', head);
    await start();
    expect(await rebuilds()).toEqual([]);
    answering('answer', '2', head);
    await start();
    expect(await rebuilds()).toEqual(['search_document']);
  });

  test('given another definition then it is requested, in the transaction that changes it', async () => {
    answering('answer', '1', head);
    await start();
    answering('answer', '2', head);
    write('wrong', 'SELECT 1;');
    await refusal();
    expect(await rebuilds()).toEqual([]);
    rmSync(join(root, 'functions/wrong.sql'));
    await start();
    expect(await rebuilds()).toEqual(['search_document']);
  });

  test('given one that is requested again half-way then it begins from the beginning', async () => {
    answering('answer', '1', head);
    await start();
    answering('answer', '2', head);
    await start();
    await run(url, `UPDATE pending_rebuild SET done_until = '${randomUUID()}'`);
    answering('answer', '3', head);
    await start();
    expect(await run(url, 'SELECT done_until FROM pending_rebuild')).toEqual([
      { done_until: null },
    ]);
  });

  test('given another remark then it is not requested', async () => {
    answering('answer', '1', head);
    await start();
    answering('answer', '1', `${head}-- With a remark.\n`);
    expect(await start()).toEqual(['answer']);
    expect(await rebuilds()).toEqual([]);
  });

  test('given a database from before functions had files then it is requested if the definition differs', async () => {
    const of = (name: string) =>
      `CREATE FUNCTION ${name}() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;`;
    writeMigration('3_functions', of('answer') + of('other'));
    await start();
    answering('answer', '1', head);
    answering('other', '2', '-- rebuild: verified_wording\n');
    await start();
    expect(await rebuilds()).toEqual(['verified_wording']);
  });
});
