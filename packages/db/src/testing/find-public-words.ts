import { Client } from 'pg';

/**
 * Finds the columns where readers' role can read given words: every column it may select, in the
 * rows it may see, as `table.column` in alphabetical order. The columns are read from the database,
 * so that one added by a later version is searched too.
 * @param readerUrl address that signs in as viewpoints_reader
 * @param words searched for as they are spelt, in any case
 */
export async function findPublicWords(readerUrl: string, words: string): Promise<string[]> {
  const client = new Client({ connectionString: readerUrl });
  await client.connect();
  try {
    const { rows: columns } = await client.query<{ table: string; column: string }>(
      `SELECT c.relname AS "table", a.attname AS "column"
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
         AND a.attnum > 0 AND NOT a.attisdropped
         AND has_column_privilege(c.oid, a.attnum, 'SELECT')
       ORDER BY c.relname, a.attname`,
    );
    const found: string[] = [];
    for (const { table, column } of columns) {
      const { rows } = await client.query(
        `SELECT FROM "${table}" WHERE strpos(lower("${column}"::text), lower($1)) > 0 LIMIT 1`,
        [words],
      );
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    return found;
  } finally {
    await client.end();
  }
}
