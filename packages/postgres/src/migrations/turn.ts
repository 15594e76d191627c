import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DatabaseError } from 'pg';

/**
 * What processes take turns at: to migrate, or to do all that comes before programs are started, of which
 * migrating is a part.
 */
const tables = {
  migrating: 'viewpoints_migration.turn',
  preparing: 'viewpoints_migration.preparing',
} as const;

/** Somebody else makes the same schema or table at this moment. */
const createdConcurrently = new Set(['23505', '42P06', '42P07']);
const lockNotAvailable = '55P03';

/**
 * Waits until no other process migrates this database. The turn ends with the connection: it is
 * the lock of a table that nobody but the owner can reach. An advisory lock can be taken by
 * whoever may connect, the reading site's role as well, and would keep every start waiting.
 * @param onWait called once where another process is at it
 */
export function takeMigrationTurn(client: Client, onWait: () => void): Promise<void> {
  return takeTurn(client, tables.migrating, onWait);
}

/** The same for the whole preparation of a database, on a connection of its own. */
export function takePreparationTurn(client: Client, onWait: () => void): Promise<void> {
  return takeTurn(client, tables.preparing, onWait);
}

async function takeTurn(client: Client, table: string, onWait: () => void): Promise<void> {
  await makeTable(client, table);
  for (let isReported = false; ; isReported = true) {
    // The transaction stays open, and idle, for as long as the migrations take.
    await client.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0');
    try {
      await client.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE NOWAIT`);
      return;
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== lockNotAvailable) throw error;
    }
    await client.query('ROLLBACK');
    if (!isReported) onWait();
    await sleep(200);
  }
}

async function makeTable(client: Client, table: string): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ made: boolean }>(
      `SELECT to_regclass('${table}') IS NOT NULL AS made`,
    );
    if (rows[0]?.made) return;
    try {
      await client.query(
        `CREATE SCHEMA IF NOT EXISTS viewpoints_migration; CREATE TABLE IF NOT EXISTS ${table} ()`,
      );
    } catch (error) {
      if (!(error instanceof DatabaseError) || !createdConcurrently.has(error.code ?? ''))
        throw error;
    }
  }
}
