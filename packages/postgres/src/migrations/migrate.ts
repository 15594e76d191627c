import { applyFunctions } from '../functions/apply-functions.ts';
import { adoptBaseline, type BeforeBaseline, listBeforeBaseline } from './adopt-baseline.ts';
import { applyMigrations } from './apply-migrations.ts';
import { readBeforeBaseline } from './before-baseline.ts';
import { connectOwner } from './connect-owner.ts';
import { asMigrationError } from './error.ts';
import { listMigrationNames, readMigrations, repositoryPaths } from './files.ts';
import type { MigrationProgress } from './progress.ts';
import { takeMigrationTurn } from './turn.ts';

export type MigrateOptions = {
  onProgress?: (progress: MigrationProgress) => void;
  /** Name of the last migration to apply, for a database as an earlier version left it. */
  upTo?: string;
} & Partial<MigrationSource>;

/** Where migrations and functions are; the repository's own unless `directory` is given. */
export type MigrationSource = {
  /** Folder of the migrations. */
  directory: string;
  /** Folder of the functions that are applied after them; none unless given. */
  functions: string | null;
  /** What one of the migrations stands for, in databases from before it. */
  beforeBaseline: BeforeBaseline | null;
};

/**
 * Brings a database up to the migrations and functions of this version and answers with the names of
 * the migrations it applied, none where it was up to date. Each migration is one transaction, and one
 * that a killed process left unfinished is tried again; functions are one transaction after them. Several
 * processes may call it at once: they take turns.
 * @throws {MigrationError}
 */
export async function migrate(
  databaseUrl: string,
  options: MigrateOptions = {},
): Promise<string[]> {
  const report = options.onProgress ?? (() => {});
  const source = await sourceOf(options);
  const client = await connectOwner(databaseUrl);
  try {
    await takeMigrationTurn(client, () => report({ step: 'waiting' }));
    if (options.upTo !== undefined)
      return await migrateUpTo(databaseUrl, source, { upTo: options.upTo, report });
    const current = await readMigrations(source.directory);
    const before = source.beforeBaseline;
    const applied = [
      ...(before === null
        ? []
        : await adoptBaseline(client, databaseUrl, { before, current, report })),
      ...(await applyMigrations(databaseUrl, current, { report })),
    ];
    if (source.functions !== null) {
      const functions = await applyFunctions(client, source.functions);
      await client.query('COMMIT');
      if (functions.length > 0) report({ step: 'functions_applied', functions });
    }
    return applied;
  } catch (error) {
    throw asMigrationError(error, null);
  } finally {
    await client.end();
  }
}

async function sourceOf(options: Partial<MigrationSource>): Promise<MigrationSource> {
  const { directory, functions = null, beforeBaseline = null } = options;
  if (directory !== undefined) return { directory, functions, beforeBaseline };
  return {
    directory: repositoryPaths.migrations,
    functions: repositoryPaths.functions,
    beforeBaseline: await readBeforeBaseline(),
  };
}

/** A database as it was after the named migration: what followed that, and functions, are not applied. */
async function migrateUpTo(
  databaseUrl: string,
  { directory, beforeBaseline }: MigrationSource,
  { upTo, report }: { upTo: string; report: (progress: MigrationProgress) => void },
): Promise<string[]> {
  const old = beforeBaseline?.migrations.some(({ name }) => name === upTo);
  const folder = old && beforeBaseline ? beforeBaseline.directory : directory;
  return await applyMigrations(databaseUrl, await readMigrations(folder, upTo), { report });
}

/** The migrations this version has and the database has not, oldest first. */
export async function listPendingMigrations(databaseUrl: string): Promise<string[]> {
  const before = await readBeforeBaseline();
  const client = await connectOwner(databaseUrl);
  try {
    const old = await listBeforeBaseline(client, before);
    const { rows: present } = await client.query(
      `SELECT 1 WHERE to_regclass('public._prisma_migrations') IS NOT NULL`,
    );
    const applied =
      present.length === 0
        ? { rows: [] }
        : await client.query<{ name: string }>(
            `SELECT migration_name AS name FROM "_prisma_migrations"
             WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
          );
    const known = new Set(applied.rows.map((row) => row.name));
    const names = await listMigrationNames(repositoryPaths.migrations);
    const all = old.length === 0 ? names : [...before.migrations.map(({ name }) => name), ...names];
    return all.filter((name) => !known.has(name));
  } finally {
    await client.end();
  }
}
