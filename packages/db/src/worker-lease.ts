import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { leaseClock } from './lease-clock.ts';

/**
 * graphile-worker marks a job with the pool that works on it, and takes it from a pool that died
 * after four hours. So each pool has a lease here: an advisory lock of a session that is renewed
 * every few seconds and that the server ends if it is not (`idle_session_timeout`): the process was
 * killed, is frozen or cannot be reached. Jobs of pools without a lease are released by the next
 * pool that looks.
 */
export type WorkerLease = {
  /** Whether no other pool can have been given this one's jobs. */
  holds: () => boolean;
  /** Resolves when the lease is over, given back or lost. A lost one never comes back. */
  ended: Promise<void>;
  release: () => Promise<void>;
};

/** How often a lease is renewed, and how long it lasts without, in milliseconds. */
export type LeaseTimes = { renewal: number; lifetime: number };

export const leaseTimes: LeaseTimes = { renewal: 5_000, lifetime: 30_000 };

/** Takes no lock: a worker without a lease has none in `pg_locks`. */
const freeAbandoned = `
  WITH abandoned AS MATERIALIZED (
    SELECT DISTINCT j.locked_by FROM graphile_worker._private_jobs j
    WHERE j.locked_by IS NOT NULL AND NOT EXISTS (
      SELECT FROM pg_locks l
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND (l.classid::bigint << 32) | l.objid::bigint = hashtextextended(j.locked_by, 0))
  )
  SELECT count(*)::int AS pools, graphile_worker.force_unlock_workers(array_agg(locked_by))
  FROM abandoned HAVING count(*) > 0`;

/**
 * Takes the lease of a pool that has not begun to work, and gives back jobs of pools whose lease is
 * over, now and with every renewal.
 * @param onFreed called with the number of pools that had left jobs behind
 * @throws if the database cannot be reached
 */
export async function takeWorkerLease(
  databaseUrl: string,
  pool: string,
  onFreed: (pools: number) => void = () => {},
  { renewal, lifetime }: LeaseTimes = leaseTimes,
): Promise<WorkerLease> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'viewpoints-worker',
    connectionTimeoutMillis: 5_000,
    query_timeout: lifetime / 2,
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    client.once('end', resolve);
    client.on('error', () => resolve());
  });
  const now = leaseClock();
  let until = 0;
  /** The server counts from when it answered, which is later than when the query was sent. */
  const renewed = async (work: () => Promise<unknown>) => {
    const sentAt = now();
    await work();
    until = sentAt + lifetime;
  };
  const free = async () => {
    const { rows } = await client.query<{ pools: number }>(freeAbandoned);
    if (rows[0] !== undefined) onFreed(rows[0].pools);
  };
  try {
    await client.connect();
    await renewed(async () => {
      await client.query(`SET idle_session_timeout = ${lifetime}`);
      await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [pool]);
      await free();
    });
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }

  const stopping = new AbortController();
  const running = (async () => {
    try {
      while (!stopping.signal.aborted) {
        const waiting = sleep(renewal, undefined, { ref: false, signal: stopping.signal });
        await Promise.race([lost.then(() => stopping.abort()), waiting.catch(() => {})]);
        if (!stopping.signal.aborted) await renewed(free);
      }
    } catch {
      // Whatever it was, the lease cannot be renewed on this connection any more.
    } finally {
      until = 0;
      await client.end().catch(() => {});
    }
  })();
  return {
    holds: () => now() < until,
    ended: running,
    release: async () => {
      stopping.abort();
      await running;
    },
  };
}
