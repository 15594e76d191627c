import { readersConnection } from '@viewpoints/postgres/server/readers-connection';
import { checkConnection } from '@viewpoints/postgres/server/server-check';
import { Pool } from 'pg';
import type { ConnectOptions, ReaderDatabase } from './client.ts';
import { executeWriteOn, readRowsFrom } from './read-rows.ts';

/**
 * The reading site's database; `url` is DATABASE_READER_URL or `readerUrl(databaseUrl, secret)`.
 * Without Prisma, whose client weighs as much as the whole rest of a reading site and stops it for
 * a third of a second where it is made.
 * @param options.snapshot reads everything in one transaction, over one connection: what the first query sees.
 *   A query that fails ends it.
 */
export function connectReader(
  url: string,
  { poolSize = 10, snapshot = false }: ConnectOptions & { snapshot?: boolean } = {},
): ReaderDatabase {
  let connections = 0;
  const pool = new Pool({
    connectionString: url,
    max: snapshot ? 1 : poolSize,
    application_name: 'viewpoints-reader',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: snapshot ? 0 : 30_000,
    onConnect: async (client) => {
      await checkConnection(client, readersConnection);
      if (!snapshot) return;
      connections += 1;
      if (connections > 1) throw new Error('the connection with the snapshot was lost');
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    },
  });
  // A connection that breaks while idle is replaced; unheard, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const rows = readRowsFrom(pool);
  return {
    rows,
    executeWrite: executeWriteOn(pool),
    $disconnect: () => pool.end(),
  };
}
