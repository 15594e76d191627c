import { randomUUID } from 'node:crypto';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Client } from 'pg';
import { onConnection } from '../server/server-check.ts';
import { applyMigrations } from './apply-migrations.ts';
import { checksumOf } from './checksum.ts';
import { MigrationError } from './error.ts';
import { readMigrations } from './files.ts';
import type { MigrationProgress } from './progress.ts';

/** The migrations that the baseline stands for, as a database may have them. */
export type BeforeBaseline = {
  /** Folder of their files. */
  directory: string;
  baseline: string;
  /** Each with the SHA-256 of its file. */
  migrations: { name: string; checksum: string }[];
};

type Row = { name: string; checksum: string; finished: boolean };

/** What a database has of the migrations before the baseline; none where it began with the baseline. */
export async function listBeforeBaseline(client: Client, before: BeforeBaseline): Promise<Row[]> {
  const { rows: present } = await client.query(
    `SELECT 1 WHERE to_regclass('public._prisma_migrations') IS NOT NULL`,
  );
  if (present.length === 0) return [];
  const { rows } = await client.query<Row>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM public._prisma_migrations WHERE rolled_back_at IS NULL AND migration_name = ANY ($1)`,
    [before.migrations.map(({ name }) => name)],
  );
  return rows;
}

/**
 * Marks a database that began with the migrations before the baseline as having the baseline, once it
 * has all of them; what it lacks of them is applied first. A database that did not is left as it is.
 * @param options.current the baseline and what follows it, which a database may have as well
 * @returns the names of those it applied
 * @throws {MigrationError} `edited`, where one of them was changed, and as `applyMigrations` does
 */
export async function adoptBaseline(
  client: Client,
  databaseUrl: string,
  options: {
    before: BeforeBaseline;
    current: MigrationList;
    report: (progress: MigrationProgress) => void;
  },
): Promise<string[]> {
  const { before, current, report } = options;
  const rows = await listBeforeBaseline(client, before);
  if (rows.length === 0) return [];
  const checksums = new Map(before.migrations.map(({ name, checksum }) => [name, checksum]));
  const edited = rows.filter((row) => row.finished && row.checksum !== checksums.get(row.name));
  if (edited.length > 0)
    throw new MigrationError({ code: 'edited', migrations: edited.map(({ name }) => name) });
  const finished = rows.filter((row) => row.finished);
  const applied =
    finished.length === before.migrations.length
      ? []
      : await applyRest(databaseUrl, { before, current, report });
  const baseline = current.migrationDirectories.find(({ path }) => path === before.baseline);
  if (baseline?.migrationFile.content.tag !== 'ok')
    throw new MigrationError({ code: 'unknown', migration: before.baseline });
  await mark(databaseUrl, before, checksumOf(baseline.migrationFile.content.value));
  report({ step: 'adopted', baseline: before.baseline });
  return applied;
}

async function applyRest(
  databaseUrl: string,
  options: Parameters<typeof adoptBaseline>[2],
): Promise<string[]> {
  const { before, current, report } = options;
  const list = await readMigrations(before.directory);
  const edited = list.migrationDirectories.filter(({ path, migrationFile: { content } }) => {
    const known = before.migrations.find(({ name }) => name === path);
    return content.tag !== 'ok' || checksumOf(content.value) !== known?.checksum;
  });
  if (edited.length > 0)
    throw new MigrationError({ code: 'edited', migrations: edited.map(({ path }) => path) });
  const later = current.migrationDirectories.filter(({ path }) => path !== before.baseline);
  const known = { ...list, migrationDirectories: [...list.migrationDirectories, ...later] };
  return await applyMigrations(databaseUrl, list, { report, known });
}

/**
 * One row for all of theirs, so that the table reads as that of a database which began with the
 * baseline. What it stands for, and since when, is kept as its log. It is one statement on a connection
 * of its own: the turn's transaction is open, and the engine has to see the row.
 */
async function mark(databaseUrl: string, before: BeforeBaseline, checksum: string): Promise<void> {
  await onConnection({ connectionString: databaseUrl }, (client) =>
    client.query(
      `WITH adopted AS (
         DELETE FROM public._prisma_migrations WHERE migration_name = ANY ($3)
         RETURNING migration_name, started_at, finished_at, rolled_back_at)
       INSERT INTO public._prisma_migrations
         (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count)
       SELECT $1, $2, $4, string_agg(migration_name || ' ' || finished_at, E'\\n' ORDER BY migration_name),
              min(started_at), max(finished_at), 1
       FROM adopted WHERE rolled_back_at IS NULL`,
      [randomUUID(), checksum, before.migrations.map(({ name }) => name), before.baseline],
    ),
  );
}
