import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { runSql } from './run-sql.ts';
import { createDatabaseFrom, type TestDatabase } from './test-database.ts';

/** Versions with a stored dump of a whole database: schema, history and the sample journal. */
export type DumpedVersion = '733125b' | 'e2d16c4';

const fileOf = (version: DumpedVersion, name: string) =>
  fileURLToPath(new URL(`./fixtures/made-by-${version}/${name}`, import.meta.url));

/** An article as that version gave it to readers. */
export type ArticleAsRead = {
  slug: string;
  headline: string;
  /** SHA-256 of its text, in hex. */
  text: string;
  /** Propositions of its findings, sorted: their order on the page is another one since then. */
  findings: string[];
};

/**
 * A database for one test as an earlier version made it, with schema and history; the fixture's
 * README describes it. `editorial` and `reader` take the tables of this version for granted.
 */
export function loadDump(version: DumpedVersion): Promise<TestDatabase> {
  return createDatabaseFrom('template0', async (url) => {
    const dump = await readFile(fileOf(version, 'database.sql.br'));
    await runSql(url, brotliDecompressSync(dump).toString('utf8'));
  });
}

/** The public articles of that database. */
export async function readDumpedArticles(version: DumpedVersion): Promise<ArticleAsRead[]> {
  return JSON.parse(await readFile(fileOf(version, 'articles.json'), 'utf8'));
}
