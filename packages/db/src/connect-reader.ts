import { readersConnection } from '@viewpoints/postgres/server/readers-connection';
import { checkConnection } from '@viewpoints/postgres/server/server-check';
import { Pool } from 'pg';
import type { ConnectOptions, ReaderDatabase } from './client.ts';
import { executeWriteOn, readRowsFrom } from './read-rows.ts';

/**
 * The reading site's database; `url` is DATABASE_READER_URL or `readerUrl(databaseUrl, secret)`.
 * Without Prisma, whose client weighs as much as the whole rest of a reading site and stops it for
 * a third of a second where it is made.
 */
export function connectReader(url: string, options: ConnectOptions = {}): ReaderDatabase {
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: 'viewpoints-reader',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    onConnect: (client) => checkConnection(client, readersConnection),
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
