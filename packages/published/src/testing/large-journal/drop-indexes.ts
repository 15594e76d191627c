import type { Client } from 'pg';

/**
 * Drops the indexes of published tables and of the search that guard nothing, to fill the tables
 * faster. What it returns makes them again, as they were.
 */
export async function dropIndexes(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relnamespace = 'public'::regnamespace AND NOT i.indisunique
      AND t.relname ~ '^(published_|search_|article$|finding$)'`);
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return async () => {
    await client.query("SET maintenance_work_mem = '1GB'");
    for (const { definition } of rows) await client.query(definition);
    await client.query('RESET maintenance_work_mem');
  };
}
