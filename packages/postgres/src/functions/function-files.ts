import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MigrationError } from '../migrations/error.ts';
import { isRebuildName, type RebuildName, rebuildNames } from './rebuild-names.ts';

/** A function of the database as its file in prisma/functions has it. */
export type SqlFunction = {
  /** As in the database; the file is called the same. */
  name: string;
  sql: string;
  /** SHA-256 of the file, in hex. */
  hash: string;
  /** Functions it calls: they have to be there before it (`-- after: a, b`). */
  after: string[];
  /** The stored data that it decides (`-- rebuild: a`). */
  rebuild: RebuildName[];
  /**
   * The columns that the database generates by it (`-- generates: article.body_words`). The migration
   * that adds such a column makes the function too: functions are applied after all migrations.
   */
  generates: string[];
};

/** Directives at the top of a file. */
const header = /^-- (after|rebuild|generates): *(.*)$/;

/**
 * Reads every `.sql` file of a folder and of those in it, in the order in which they can be applied:
 * each after those it calls, and else by name.
 * @throws {MigrationError} `function_header`
 */
export async function readFunctions(directory: string): Promise<SqlFunction[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
    .map((entry) => join(entry.parentPath, entry.name));
  const functions = await Promise.all(
    paths.map(async (path) => parseFunction(basename(path, '.sql'), await readFile(path, 'utf8'))),
  );
  return inOrder(functions.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

/** @throws {MigrationError} `function_header`, where it names no rebuild that there is */
export function parseFunction(name: string, text: string): SqlFunction {
  const sql = text.replaceAll('\r\n', '\n');
  const listed = (key: string): string[] =>
    sql
      .split('\n')
      .flatMap((line) => {
        const found = header.exec(line);
        return found?.[1] === key ? (found[2] ?? '').split(',') : [];
      })
      .map((word) => word.trim())
      .filter((word) => word !== '');
  const rebuild = listed('rebuild').map((word) => {
    if (isRebuildName(word)) return word;
    throw refused(name, `it has "${word}" rebuilt, which is none of ${rebuildNames.join(', ')}`);
  });
  const hash = createHash('sha256').update(sql).digest('hex');
  return { name, sql, hash, after: listed('after'), rebuild, generates: listed('generates') };
}

function inOrder(functions: SqlFunction[]): SqlFunction[] {
  const byName = new Map<string, SqlFunction>();
  for (const one of functions) {
    if (byName.has(one.name)) throw refused(one.name, 'two files have its name');
    byName.set(one.name, one);
  }
  const ordered = new Set<SqlFunction>();
  const visit = (one: SqlFunction, callers: string[]): void => {
    if (ordered.has(one)) return;
    const path = [...callers, one.name];
    if (callers.includes(one.name))
      throw refused(one.name, `it is in a circle: ${path.join(' → ')}`);
    for (const name of one.after) {
      const called = byName.get(name);
      if (called === undefined)
        throw refused(one.name, `it comes after "${name}", which has no file`);
      visit(called, path);
    }
    ordered.add(one);
  };
  for (const one of functions) visit(one, []);
  return [...ordered];
}

const refused = (name: string, detail: string) =>
  new MigrationError({ code: 'function_header', function: name, detail });
