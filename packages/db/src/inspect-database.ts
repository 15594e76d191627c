import type { Client } from 'pg';
import { serverChecks } from './check-server.ts';
import { listPendingMigrations } from './migrate.ts';
import { readerUrl } from './roles.ts';
import { onConnection } from './server-check.ts';

/** The state of a database, as far as it could be found out. */
export type DatabaseState = {
  /** The server's version, "18.4". */
  version: string;
  /** Names of the migrations it still lacks. */
  pendingMigrations: string[];
  /** What keeps the server from being used, for each thing it has to do; null where nothing does. */
  problems: Record<keyof typeof serverChecks, string | null>;
  /** Jobs that wait, and those that have failed for good; null where there is no queue yet. */
  jobs: { waiting: number; failed: number } | null;
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
  const [version, jobs] = await onConnection({ connectionString: databaseUrl }, async (client) => [
    await client
      .query<{ version: string }>(`SELECT current_setting('server_version') AS version`)
      .then(({ rows }) => rows[0]?.version ?? ''),
    await countJobs(client),
  ]);
  const readers = options.readerUrl ?? readerUrl(databaseUrl, options.secret);
  const addresses = { databaseUrl, readerUrl: readers, secret: options.secret };
  const looked = Object.entries(serverChecks).map(async ([name, check]) => [
    name,
    await check(addresses).then(
      () => null,
      (error: Error) => error.message,
    ),
  ]);
  const problems = Object.fromEntries(await Promise.all(looked)) as DatabaseState['problems'];
  return { version, pendingMigrations, problems, jobs };
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
