import { FOLD_VERSION } from '@viewpoints/domain/attribution/fold-mention';
import type { ExposedPlace } from '@viewpoints/domain/exposures/way-out';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { readerUrl } from '@viewpoints/postgres/roles/roles';
import { serverChecks } from '@viewpoints/postgres/server/check-server';
import { onConnection } from '@viewpoints/postgres/server/server-check';
import type { Client } from 'pg';
import { findLostAnchors, type LostAnchors } from './find-lost-anchors.ts';

/** The state of a database, as far as it could be found out. */
export type DatabaseState = {
  /** The server's version, "18.4". */
  version: string;
  /** Names of the migrations it still lacks. */
  pendingMigrations: string[];
  /** Why the server cannot be used, for each purpose; null if it can. */
  problems: Record<keyof typeof serverChecks, string | null>;
  /** Jobs that wait, and those that have failed for good; null if there is no queue yet. */
  jobs: { waiting: number; failed: number } | null;
  /**
   * Rebuilds since a SQL function changed, and for how many of all articles each is done; null if
   * the database has no list of them yet.
   */
  rebuilds: { name: string; done: number; articles: number }[] | null;
  /** Stored pictures that wait to be cleaned, and ids of those that cannot be; null before that. */
  media: { waiting: number; failed: string[] } | null;
  /** Exposures found by the check, and articles still to check; null before that. */
  exposures: { found: ExposedInArticle[]; unchecked: number } | null;
  /** Quotes that are not where their findings say; null where migrations are pending. */
  anchors: LostAnchors | null;
  /** When `viewpoints backup` last made one; null if never, or before there was an audit. */
  lastBackupAt: Date | null;
  /** Ids of all pictures and files that have a row; null before there were any. */
  mediaIds: string[] | null;
  /** The database's clock, and this machine's before and after it was read. */
  clock: Record<'database' | 'requested' | 'answered', Date>;
};

/** Something public that may not be, and the headline of the article it is of. Protected. */
export type ExposedInArticle = ExposedPlace & { headline: string };

/**
 * Looks a database over and changes nothing.
 * @param options.readerUrl DATABASE_READER_URL; null if it is derived from `secret`
 * @throws {MigrationError} if it cannot be reached
 */
export async function inspectDatabase(
  databaseUrl: string,
  options: { readerUrl: string | null; secret: string },
): Promise<DatabaseState> {
  const pendingMigrations = await listPendingMigrations(databaseUrl);
  const [version, jobs, rebuilds, media, exposures, anchors, lastBackupAt, mediaIds, clock] =
    await onConnection({ connectionString: databaseUrl }, async (client) => [
      await client
        .query<{ version: string }>(`SELECT current_setting('server_version') AS version`)
        .then(({ rows }) => rows[0]?.version ?? ''),
      await countJobs(client),
      await listRebuilds(client),
      await inspectMedia(client),
      await inspectExposures(client),
      pendingMigrations.length === 0 ? await findLostAnchors(client) : null,
      await findLastBackup(client),
      await listMediaIds(client),
      await readClock(client),
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
  return {
    ...{ version, pendingMigrations, problems, jobs, rebuilds, media, exposures },
    ...{ anchors, lastBackupAt, mediaIds, clock },
  };
}

async function readClock(client: Client): Promise<DatabaseState['clock']> {
  const requested = new Date();
  const { rows } = await client.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const answered = new Date();
  return { database: rows[0]?.now ?? answered, requested, answered };
}

async function findLastBackup(client: Client): Promise<Date | null> {
  const { rows: present } = await client.query(
    `SELECT 1 WHERE to_regclass('public.audit_record') IS NOT NULL`,
  );
  if (present.length === 0) return null;
  const { rows } = await client.query<{ at: Date | null }>(
    `SELECT max(at) AS at FROM audit_record WHERE action = 'settings.back_up'`,
  );
  return rows[0]?.at ?? null;
}

async function listMediaIds(client: Client): Promise<string[] | null> {
  const { rows: present } = await client.query(
    `SELECT 1 WHERE to_regclass('public.media') IS NOT NULL`,
  );
  if (present.length === 0) return null;
  const { rows } = await client.query<{ id: string }>('SELECT id::text AS id FROM media');
  return rows.map(({ id }) => id);
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

async function listRebuilds(client: Client): Promise<DatabaseState['rebuilds']> {
  const { rows: present } = await client.query(
    `SELECT 1 WHERE to_regclass('public.pending_rebuild') IS NOT NULL`,
  );
  if (present.length === 0) return null;
  const { rows } = await client.query<{ name: string; done: number; articles: number }>(
    `SELECT r.name, count(a.id) FILTER (WHERE a.id <= r.done_until)::int AS done,
            count(a.id)::int AS articles
     FROM pending_rebuild r LEFT JOIN published_article a ON true
     GROUP BY r.name ORDER BY r.name`,
  );
  return rows;
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

async function inspectExposures(client: Client): Promise<DatabaseState['exposures']> {
  const { rows: present } = await client.query(
    `SELECT 1 WHERE to_regclass('public.exposure') IS NOT NULL`,
  );
  if (present.length === 0) return null;
  const { rows: found } = await client.query<ExposedInArticle>(
    `SELECT e.code, e.place, e.finding_id AS "findingId", e.source_id AS "sourceId", a.headline,
            a.state AS "articleState", f.state AS "findingState"
     FROM exposure e JOIN article a ON a.id = e.article_id LEFT JOIN finding f ON f.id = e.finding_id
     ORDER BY a.headline, e.article_id, e.found_at, e.id`,
  );
  const { rows } = await client.query<{ unchecked: number }>(
    `SELECT count(*)::int AS unchecked FROM published_article a
     WHERE NOT EXISTS (SELECT FROM public_text t WHERE t.article_id = a.id AND t.fold = $1)`,
    [FOLD_VERSION],
  );
  return { found, unchecked: rows[0]?.unchecked ?? 0 };
}
