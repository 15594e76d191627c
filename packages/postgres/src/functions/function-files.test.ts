import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MigrationError } from '../migrations/error.ts';
import { repositoryPaths } from '../migrations/files.ts';
import { parseFunction, readFunctions, type SqlFunction } from './function-files.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'viewpoints-functions-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (path: string, sql: string) => {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, `${path}.sql`), sql);
};
const names = async () => (await readFunctions(directory)).map(({ name }) => name);
const detailOf = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => (error instanceof MigrationError ? error.problem : error));

/** The statement that makes a function, as its file has it. */
function definitionOf({ name, sql }: SqlFunction): string {
  const [definition] = /CREATE OR REPLACE FUNCTION [\s\S]*?\$\$;/.exec(sql) ?? [];
  if (definition === undefined) throw new Error(`${name} has no definition in its file`);
  return definition;
}

describe('functions are read one a file', () => {
  test('given lines that say what it calls then each comes after those, and else by name', async () => {
    write('a', '-- after: nested, b\nSELECT 1;');
    write('b', '-- after: c\nSELECT 1;');
    write('c', 'SELECT 1;');
    write('search/nested', 'SELECT 1;');
    expect(await names()).toEqual(['nested', 'c', 'b', 'a']);
  });

  test('given a line that names a rebuild then it is known with the function', async () => {
    write('a', '-- rebuild: search_document, verified_wording\nSELECT 1;');
    expect(await readFunctions(directory)).toMatchObject([
      { name: 'a', after: [], rebuild: ['search_document', 'verified_wording'] },
    ]);
  });

  test('given another end of line then it has the same hash', () => {
    expect(parseFunction('a', 'SELECT 1;\r\n').hash).toBe(parseFunction('a', 'SELECT 1;\n').hash);
    expect(parseFunction('a', 'SELECT 2;\n').hash).not.toBe(parseFunction('a', 'SELECT 1;\n').hash);
  });
});

describe('a file that cannot be used is named, with the reason', () => {
  const refusal = (name: string, detail: string) => ({
    ...{ code: 'function_header', function: name, detail },
  });

  test('a rebuild that there is not', async () => {
    write('a', '-- rebuild: everything\nSELECT 1;');
    expect(await detailOf(readFunctions(directory))).toEqual(
      refusal(
        'a',
        'it has "everything" rebuilt, which is none of published_view, search_document, verified_wording',
      ),
    );
  });

  test('a function that has no file', async () => {
    write('a', '-- after: gone\nSELECT 1;');
    expect(await detailOf(readFunctions(directory))).toEqual(
      refusal('a', 'it comes after "gone", which has no file'),
    );
  });

  test('functions that call in a circle', async () => {
    write('a', '-- after: b\nSELECT 1;');
    write('b', '-- after: c\nSELECT 1;');
    write('c', '-- after: a\nSELECT 1;');
    expect(await detailOf(readFunctions(directory))).toEqual(
      refusal('a', 'it is in a circle: a → b → c → a'),
    );
  });

  test('two files of one name', async () => {
    write('a', 'SELECT 1;');
    write('search/a', 'SELECT 1;');
    expect(await detailOf(readFunctions(directory))).toEqual(
      refusal('a', 'two files have its name'),
    );
  });
});

describe('the functions of this repository', () => {
  const withoutComments = (sql: string) => sql.replaceAll(/--.*/g, '');

  test('each says of which it makes use, and of no other', async () => {
    const functions = await readFunctions(repositoryPaths.functions);
    expect(functions.length).toBeGreaterThan(40);
    for (const { name, sql, after } of functions) {
      const called = functions
        .map((other) => other.name)
        .filter((other) => other !== name)
        .filter((other) => new RegExp(`\\b${other}\\s*\\(`).test(withoutComments(sql)));
      expect(after.toSorted(), name).toEqual(called.toSorted());
    }
  });

  test('each is closed to everybody, and has a search path of its own', async () => {
    for (const { name, sql } of await readFunctions(repositoryPaths.functions)) {
      expect(sql, name).toContain(`CREATE OR REPLACE FUNCTION ${name}(`);
      expect(sql, name).toContain(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC;`);
      expect(sql, name).toMatch(/SET search_path = pg_catalog/);
    }
  });

  test('one that generates a column is made by the migrations as its file has it', async () => {
    const migrations = readdirSync(repositoryPaths.migrations, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(repositoryPaths.migrations, name, 'migration.sql'))
      .toSorted()
      .map((path) => readFileSync(path, 'utf8'));
    const generating = (await readFunctions(repositoryPaths.functions)).filter(
      ({ generates }) => generates.length > 0,
    );
    expect(generating.map(({ name }) => name)).toEqual(['body_words']);
    for (const one of generating) {
      const last = migrations.findLast((sql) => sql.includes(`FUNCTION ${one.name}(`));
      // Otherwise what is stored would be by another definition than what is stored from now on.
      expect(last, one.name).toContain(definitionOf(one));
      for (const column of one.generates)
        expect(last, column).toContain(`"${column.split('.')[1]}" tsvector GENERATED ALWAYS AS`);
    }
  });

  test('no migration makes one, or a trigger that needs one, or calls one: a new database has none yet', async () => {
    const functions = await readFunctions(repositoryPaths.functions);
    const known = functions
      .filter(({ generates }) => generates.length === 0)
      .map(({ name }) => name);
    const definitions = functions.flatMap((one) =>
      one.generates.length > 0 ? definitionOf(one) : [],
    );
    const calls = new RegExp(`\\b(${known.join('|')})\\s*\\(`, 'i');
    for (const entry of readdirSync(repositoryPaths.migrations, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const path = join(repositoryPaths.migrations, entry.name, 'migration.sql');
      const text = definitions.reduce(
        (rest, definition) => rest.replace(definition, ''),
        readFileSync(path, 'utf8'),
      );
      const sql = withoutComments(text).replaceAll(
        /DROP (FUNCTION|TRIGGER) IF EXISTS [^;]*;/gi,
        '',
      );
      expect(sql, entry.name).not.toMatch(/\bCREATE\s+(OR\s+REPLACE\s+)?(FUNCTION|PROCEDURE)\b/i);
      expect(sql, entry.name).not.toMatch(
        /\bCREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?TRIGGER\b/i,
      );
      expect(sql, entry.name).not.toMatch(calls);
    }
  });
});
