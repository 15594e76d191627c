import { findDatabaseMigration } from '@viewpoints/postgres/migrations/database-migration';
import { onConnection } from '@viewpoints/postgres/server/server-check';
import type { Client } from 'pg';
import { refusePrograms } from './load-backup.ts';
import { listTables } from './tables.ts';

/** A database that a backup is to be restored into. */
export type Target = {
  /** Its last migration; empty if it has none. */
  migration: string;
  /** Whether nobody has put anything into it. */
  isEmpty: boolean;
  /** Ids of pictures that are known to be nothing but pictures. */
  cleanedMedia: Set<string>;
};

/** Tables of which a prepared database has no row until somebody uses it. */
const filled = ['account', 'article', 'source', 'actor', 'topic', 'media'];

/**
 * Looks at a database before a restore.
 * @throws {TransferError} `in_use` while programs of the journal are connected
 */
export function inspectTarget(databaseUrl: string): Promise<Target> {
  return onConnection({ connectionString: databaseUrl }, async (client) => {
    await refusePrograms(client);
    const tables = await listTables(client);
    const known = filled.filter((name) => tables.some(({ table }) => table === name));
    const hasCleaning = tables.some(
      ({ table, columns }) => table === 'media' && columns.includes('cleaning'),
    );
    return {
      migration: await findDatabaseMigration(client),
      isEmpty: !(await hasRows(client, known)),
      cleanedMedia: hasCleaning ? await listCleaned(client) : new Set(),
    };
  });
}

async function hasRows(client: Client, tables: readonly string[]): Promise<boolean> {
  if (tables.length === 0) return false;
  const { rows } = await client.query(
    tables.map((table) => `SELECT WHERE EXISTS (SELECT FROM "${table}")`).join(' UNION ALL '),
  );
  return rows.length > 0;
}

async function listCleaned(client: Client): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id::text FROM media WHERE cleaning = 'done'`,
  );
  return new Set(rows.map(({ id }) => id));
}
