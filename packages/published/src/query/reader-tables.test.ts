import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { StoredArticleView } from '@viewpoints/domain/articles/stored-article-view';
import { StoredSourceView } from '@viewpoints/domain/attribution/stored-source-view';
import { StoredFindingView } from '@viewpoints/domain/findings/stored-finding-view';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findStoredWords } from '../testing/find-stored-words.ts';
import { plantJournal } from '../testing/planted-journal.ts';
import { readerColumns } from './reader-tables.ts';

describe('tables that queries of the reading site are typed by', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
    await plantJournal(db);
  });
  afterAll(() => db?.drop());

  it('has the columns that the role may select, and no others', async () => {
    const granted = await db.sql<{ name: string; columns: string[] }>(
      `SELECT table_name AS name, array_agg(column_name::text ORDER BY column_name) AS columns
       FROM information_schema.column_privileges
       WHERE grantee = 'viewpoints_reader' AND privilege_type = 'SELECT' AND table_schema = 'public'
       GROUP BY table_name`,
    );
    const typed = Object.entries(readerColumns).map(([name, columns]) => [
      name,
      columns.map((column) => `${column}`).sort(),
    ]);
    expect(Object.fromEntries(typed)).toEqual(
      Object.fromEntries(granted.map(({ name, columns }) => [name, columns])),
    );
  });

  it('stores no words of ours', async () => {
    expect(await findStoredWords(db)).toEqual([]);
  });

  it.each([
    ['published_article', 'summary', ArticleSummary],
    ['published_finding', 'view', StoredFindingView],
    ['published_source', 'view', StoredSourceView],
    ['published_version', 'view', StoredArticleView.nullable()],
  ] as const)('stores in %s.%s what the column is typed as', async (table, column, schema) => {
    const rows = await db.sql<{ stored: unknown }>(`SELECT ${column} AS stored FROM ${table}`);
    expect(rows.length).toBeGreaterThan(0);
    for (const { stored } of rows) expect(schema.parse(stored)).toEqual(stored);
  });
});
