import { Client } from 'pg';

/** Figures of the database that an operator watches. They name nobody and nothing. */
export type OperatingFigures = {
  /** Jobs whose time has come and that no worker has taken yet. */
  jobsDue: number;
  /** Jobs that wait for their time. */
  jobsScheduled: number;
  /** Jobs that are not tried any more. */
  jobsFailed: number;
  /** For how long the oldest due job has waited, in seconds; 0 if there is none. */
  oldestDueJobSeconds: number;
  /** Webhooks whose last delivery failed, and those that are paused. */
  webhooksFailing: number;
  webhooksPaused: number;
  /** Public places that show what terms of attribution protect, found by the check. */
  exposures: number;
  /** Rebuilds after an upgrade that are not done yet. */
  rebuilds: number;
  /** Connections to this database, and how many the server takes in all. */
  connections: number;
  maxConnections: number;
  /** How full the server's queue of announcements is, from 0 to 1. */
  announcementQueueUsage: number;
  /** Size of the database in bytes. */
  databaseBytes: number;
  /** When the last backup was finished; null if there was none. */
  lastBackupAt: Date | null;
};

/** How long the database may take to answer, in milliseconds. */
const timeoutMs = 5_000;

const query = `
  SELECT (SELECT count(*)::int FROM graphile_worker.jobs
          WHERE attempts < max_attempts AND locked_at IS NULL AND run_at <= now()) AS "jobsDue",
         (SELECT count(*)::int FROM graphile_worker.jobs
          WHERE attempts < max_attempts AND run_at > now()) AS "jobsScheduled",
         (SELECT count(*)::int FROM graphile_worker.jobs WHERE attempts >= max_attempts) AS "jobsFailed",
         (SELECT coalesce(extract(epoch FROM now() - min(run_at)), 0)::float8 FROM graphile_worker.jobs
          WHERE attempts < max_attempts AND locked_at IS NULL AND run_at <= now()) AS "oldestDueJobSeconds",
         (SELECT count(*)::int FROM webhook
          WHERE failing_since IS NOT NULL AND paused_at IS NULL) AS "webhooksFailing",
         (SELECT count(*)::int FROM webhook WHERE paused_at IS NOT NULL) AS "webhooksPaused",
         (SELECT count(*)::int FROM exposure) AS exposures,
         (SELECT count(*)::int FROM pending_rebuild) AS rebuilds,
         (SELECT count(*)::int FROM pg_stat_activity
          WHERE datname = current_database()) AS connections,
         current_setting('max_connections')::int AS "maxConnections",
         pg_notification_queue_usage() AS "announcementQueueUsage",
         pg_database_size(current_database())::float8 AS "databaseBytes",
         (SELECT max(at) FROM audit_record WHERE action = 'settings.back_up') AS "lastBackupAt"`;

/**
 * Reads the figures on a connection of its own, so that they are there while all others are in use.
 * @param databaseUrl as the owner: the queue's tables are closed to other roles
 * @throws if the database does not answer in time
 */
export async function readOperatingFigures(databaseUrl: string): Promise<OperatingFigures> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'viewpoints-metrics',
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<OperatingFigures>(query);
    const [figures] = rows;
    if (figures === undefined) throw new Error('The database did not answer.');
    return figures;
  } finally {
    await client.end().catch(() => {});
  }
}
