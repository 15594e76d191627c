import { Client } from 'pg';
import { listPendingMigrations } from './migrate.ts';
import { readerUrl } from './roles.ts';

/** The state of a database, as far as it could be found out. */
export type DatabaseState = {
  /** The server's version, "18.4". */
  version: string;
  /** Names of the migrations it still lacks. */
  pendingMigrations: string[];
  /** Whether the reading site gets in. */
  readerAllowed: boolean;
  /** Jobs that wait, and those that have failed for good; null where there is no queue yet. */
  jobs: { waiting: number; failed: number } | null;
  /** Stored pictures that wait to be cleaned, and ids of those that cannot be; null before that. */
  media: { waiting: number; failed: string[] } | null;
};

/**
 * Looks a database over and changes nothing.
 * @param options.readerUrl DATABASE_READER_URL; null where it is derived from `secret`
 * @throws {MigrationError} where it cannot be reached
 */
export async function inspectDatabase(
  databaseUrl: string,
  options: { readerUrl: string | null; secret: string },
): Promise<DatabaseState> {
  const pendingMigrations = await listPendingMigrations(databaseUrl);
  const [version, jobs, media] = await onConnection(databaseUrl, async (client) => [
    await client
      .query<{ version: string }>(`SELECT current_setting('server_version') AS version`)
      .then(({ rows }) => rows[0]?.version ?? ''),
    await countJobs(client),
    await inspectMedia(client),
  ]);
  const reader = options.readerUrl ?? readerUrl(databaseUrl, options.secret);
  const readerAllowed = await onConnection(reader, async () => true).catch(() => false);
  return { version, pendingMigrations, readerAllowed, jobs, media };
}

async function countJobs(client: Client): Promise<DatabaseState['jobs']> {
  const { rows: present } = await client.query(
    `SELECT 1 WHERE to_regclass('graphile_worker.jobs') IS NOT NULL`,
  );
  if (present.length === 0) return null;
  const { rows } = await client.query<{ waiting: number; failed: number }>(
    `SELECT count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting,
            count(*) FILTER (WHERE attempts >= max_attempts)::int AS failed
     FROM graphile_worker.jobs`,
  );
  return rows[0] ?? null;
}

async function inspectMedia(client: Client): Promise<DatabaseState['media']> {
  const { rows: present } = await client.query(
    `SELECT 1 FROM pg_attribute
     WHERE attrelid = to_regclass('public.media') AND attname = 'cleaning'`,
  );
  if (present.length === 0) return null;
  const { rows } = await client.query<{ waiting: number; failed: string[] }>(
    `SELECT count(*) FILTER (WHERE cleaning = 'pending')::int AS waiting,
            coalesce(array_agg(id::text ORDER BY id) FILTER (WHERE cleaning = 'failed'), '{}') AS failed
     FROM media WHERE cleaning <> 'done'`,
  );
  return rows[0] ?? null;
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
