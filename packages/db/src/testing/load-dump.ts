import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { runSql } from './run-sql.ts';
import { createDatabaseFrom, type TestDatabase } from './test-database.ts';

const directory = fileURLToPath(new URL('./fixtures/made-by-733125b/', import.meta.url));

/** An article as version 733125b gave it to readers. */
export type ArticleAsRead = {
  slug: string;
  headline: string;
  /** SHA-256 of its text, in hex. */
  text: string;
  /** Propositions of its findings, sorted: their order on the page is another one since then. */
  findings: string[];
};

/**
 * A database of a test's own that version 733125b made, schema and history included; its README tells
 * what is in it. `editorial` and `reader` take the tables of this version for granted.
 */
export function loadDump(): Promise<TestDatabase> {
  return createDatabaseFrom('template0', async (url) => {
    const dump = await readFile(`${directory}database.sql.br`);
    await runSql(url, brotliDecompressSync(dump).toString('utf8'));
  });
}

/** What readers had of that database. */
export async function readDumpedArticles(): Promise<ArticleAsRead[]> {
  return JSON.parse(await readFile(`${directory}articles.json`, 'utf8'));
}
