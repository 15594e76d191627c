import type { TestDatabase } from './test-database.ts';

/**
 * A digest of the rows of each table, to show that nothing was written: equal before and after a
 * refused call.
 */
export async function digestTables({ sql }: TestDatabase): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const digests = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, coalesce(md5(string_agg(r::text, ',' ORDER BY r::text)), '') AS digest
       FROM ${name} r`,
  );
  const rows = await sql<{ name: string; digest: string }>(digests.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
