import { Client } from 'pg';
import { TransferError } from './transfer-error.ts';

/**
 * Runs `work`, which writes an export to a path, while no other export of this journal is written there. The lock
 * is one of the database's, so it ends with a process that is killed.
 * @throws {TransferError} `target_busy`
 */
export async function withTarget<Result>(
  databaseUrl: string,
  path: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'viewpoints-export',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ isFree: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "isFree"',
      [targetLock(path)],
    );
    if (rows[0]?.isFree !== true)
      throw new TransferError(
        'target_busy',
        `Another export is being written to ${path}. Wait for it, or give another name.`,
      );
    return await work();
  } finally {
    await client.end();
  }
}

/** The name of the lock of a path. */
export const targetLock = (path: string): string => `export to ${path}`;
