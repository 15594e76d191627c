import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Client, DatabaseError } from 'pg';
import { readerRole } from './roles.ts';

/** The script that a superuser runs if the user of DATABASE_URL may not revoke everything. */
export const confineReaderScript = fileURLToPath(new URL('./confine-reader.sql', import.meta.url));

/** Privileges of the reading site's role that it does not need. */
export type ReaderOpenings = {
  /** Other databases that it may connect to because everybody may. */
  databases: string[];
  /** In this database; the first its owner can close, the others a superuser alone. */
  here: (
    | 'temporary_objects'
    | 'large_objects'
    | 'advisory_locks'
    | 'statistics'
    | 'temporary_files'
  )[];
};

/** Another process is doing the same: "tuple concurrently updated". */
const concurrently = 'XX000';

/**
 * Closes to the reading site's role what PostgreSQL opens to everybody, as far as the user of
 * `databaseUrl` may: a superuser all of it. Runs when a database is prepared, after the migrations.
 */
export async function confineReader(databaseUrl: string): Promise<void> {
  const sql = await readFile(confineReaderScript, 'utf8');
  await onConnection(databaseUrl, async (client) => {
    for (let tries = 1; ; tries += 1) {
      try {
        await client.query(sql);
        return;
      } catch (error) {
        const again = error instanceof DatabaseError && error.code === concurrently && tries < 10;
        if (!again) throw error;
      }
    }
  });
}

/**
 * The privileges of that kind that exist now: none in this database if a superuser prepared it, and
 * none at all if the role does not exist yet.
 */
export function findReaderOpenings(databaseUrl: string): Promise<ReaderOpenings> {
  return onConnection(databaseUrl, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [
      readerRole,
    ]);
    if (rowCount === 0) return { databases: [], here: [] };
    const { rows } = await client.query<ReaderOpenings>(
      `SELECT ARRAY(
         SELECT datname::text FROM pg_database
         WHERE datallowconn AND datname <> current_database()
           AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba)))
                       WHERE grantee = 0 AND privilege_type = 'CONNECT')
         ORDER BY 1) AS databases,
       ARRAY(
         SELECT name FROM (VALUES
           ('temporary_objects', has_database_privilege($1, current_database(), 'TEMPORARY')),
           ('large_objects', has_function_privilege($1, 'lo_create(oid)', 'EXECUTE')),
           ('advisory_locks', has_function_privilege($1, 'pg_advisory_lock(bigint)', 'EXECUTE')),
           ('statistics', has_function_privilege($1, 'pg_stat_get_live_tuples(oid)', 'EXECUTE')
              OR has_column_privilege($1, 'pg_class', 'reltuples', 'SELECT')),
           ('temporary_files', NOT EXISTS (
              SELECT FROM pg_roles, unnest(rolconfig) setting
              WHERE rolname = $1 AND setting LIKE 'temp_file_limit=%'))
         ) opening(name, open) WHERE open) AS here`,
      [readerRole],
    );
    return rows[0] ?? { databases: [], here: [] };
  });
}

async function onConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
