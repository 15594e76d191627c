import type { ClientBase } from 'pg';

/** A table, and its columns in the order in which they are copied. */
export type CopiedTable = { table: string; columns: string[] };

/** The history of migrations: it says what the tables are like, and is no part of what they hold. */
const history = '_prisma_migrations';

/** Our tables, with the columns that are stored. */
export async function listTables(client: ClientBase): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(
    `SELECT c.relname::text AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
     GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
    [history],
  );
  return rows;
}
