import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Client } from 'pg';
import { type FailedScript, openSchemaEngine } from './engine.ts';
import { MigrationError } from './error.ts';
import { readMigrations, readSchema, repositoryPaths } from './files.ts';
import { takeMigrationTurn } from './turn.ts';

/** The oldest PostgreSQL that is supported, as `server_version_num` counts. */
const oldestServer = 150_000;

const filters = { externalTables: [], externalEnums: [] };

/** What is being done, for a terminal. */
export type MigrationProgress =
  | { step: 'waiting' }
  | { step: 'retrying'; migration: string }
  | { step: 'applying'; count: number }
  | { step: 'applied'; migrations: string[] };

export type MigrateOptions = {
  onProgress?: (progress: MigrationProgress) => void;
  /** Folder of the migrations; the repository's own unless given. */
  directory?: string;
  /** Name of the last migration to apply, for a database as an earlier version left it. */
  upTo?: string;
};

/**
 * Brings a database up to the migrations of this version and answers with the names of those it
 * applied, none where it was up to date. Each migration is one transaction, and one that a killed
 * process left unfinished is tried again. Several processes may call it at once: they take turns.
 * @throws {MigrationError}
 */
export async function migrate(
  databaseUrl: string,
  options: MigrateOptions = {},
): Promise<string[]> {
  const report = options.onProgress ?? (() => {});
  const client = await connect(databaseUrl);
  try {
    await takeMigrationTurn(client, () => report({ step: 'waiting' })).catch((error: unknown) => {
      throw asMigrationError(error, null);
    });
    const migrationsList = await readMigrations(
      options.directory ?? repositoryPaths.migrations,
      options.upTo,
    );
    const { engine, close, failure } = await openSchemaEngine({
      databaseUrl,
      schema: (await readSchema(repositoryPaths.prisma)).filter(
        (file) => file.path === 'schema.prisma',
      ),
      migrations: migrationsList,
    });
    try {
      const pending = await prepare(engine, migrationsList, report);
      if (pending.length === 0) return [];
      report({ step: 'applying', count: pending.length });
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
      report({ step: 'applied', migrations: appliedMigrationNames });
      return appliedMigrationNames;
    } catch (error) {
      throw asMigrationError(error, failure());
    } finally {
      await close();
    }
  } finally {
    await client.end();
  }
}

/** The migrations this version has and the database has not, oldest first. */
export async function listPendingMigrations(databaseUrl: string): Promise<string[]> {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query<{ present: boolean }>(
      `SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS present`,
    );
    const applied = rows[0]?.present
      ? await client.query<{ name: string }>(
          `SELECT migration_name AS name FROM "_prisma_migrations"
           WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
        )
      : { rows: [] };
    const known = new Set(applied.rows.map((row) => row.name));
    const { migrationDirectories } = await readMigrations(repositoryPaths.migrations);
    return migrationDirectories.map(({ path }) => path).filter((name) => !known.has(name));
  } finally {
    await client.end();
  }
}

async function connect(databaseUrl: string): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'viewpoints-migrate',
  });
  client.on('error', () => {});
  let version: { number: number; text: string } | undefined;
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; text: string }>(
      `SELECT current_setting('server_version_num')::int AS number,
              current_setting('server_version') AS text`,
    );
    version = rows[0];
  } catch (error) {
    await client.end().catch(() => {});
    throw new MigrationError({ code: 'unreachable', detail: reasonOf(error) }, { cause: error });
  }
  if (version === undefined || version.number < oldestServer) {
    await client.end();
    throw new MigrationError({ code: 'server_too_old', version: version?.text ?? 'unknown' });
  }
  return client;
}

/** Refuses a history that is not ours to continue, clears what was left unfinished. */
async function prepare(
  engine: SchemaEngine,
  migrationsList: MigrationList,
  report: (progress: MigrationProgress) => void,
): Promise<string[]> {
  const found = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters,
  });
  const { history } = found;
  if (history !== null && 'unpersistedMigrationNames' in history) {
    throw new MigrationError({ code: 'ahead', migrations: history.unpersistedMigrationNames });
  }
  for (const migration of found.failedMigrationNames) {
    // Its transaction never committed, so there is nothing to undo.
    report({ step: 'retrying', migration });
    await engine.markMigrationRolledBack({ migrationName: migration });
  }
  const edited = found.editedMigrationNames.filter(
    (name) => !found.failedMigrationNames.includes(name),
  );
  if (edited.length > 0) throw new MigrationError({ code: 'edited', migrations: edited });
  const behind = history === null ? [] : history.unappliedMigrationNames;
  return [...new Set([...found.failedMigrationNames, ...behind])];
}

function asMigrationError(error: unknown, failure: FailedScript | null): MigrationError {
  if (error instanceof MigrationError) return error;
  if (failure !== null) return new MigrationError({ code: 'failed', ...failure }, { cause: error });
  if (error instanceof Error && 'code' in error && error.code === 'P3005') {
    return new MigrationError({ code: 'not_empty' }, { cause: error });
  }
  return new MigrationError({ code: 'unreachable', detail: reasonOf(error) }, { cause: error });
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? text).replace(/\.$/, '');
}
