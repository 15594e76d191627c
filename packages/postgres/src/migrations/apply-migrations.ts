import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { openSchemaEngine } from './engine.ts';
import { asMigrationError, MigrationError } from './error.ts';
import { readSchema, repositoryPaths } from './files.ts';
import type { MigrationProgress } from './progress.ts';

const filters = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations of a list that a database lacks. The caller has taken its turn.
 * @param options.known what the database may have applied: the list itself unless given
 * @returns the names of those it applied
 * @throws {MigrationError}
 */
export async function applyMigrations(
  databaseUrl: string,
  migrationsList: MigrationList,
  options: { report: (progress: MigrationProgress) => void; known?: MigrationList },
): Promise<string[]> {
  const { report, known = migrationsList } = options;
  const { engine, close, failure } = await openSchemaEngine({
    databaseUrl,
    schema: (await readSchema(repositoryPaths.prisma)).filter(
      (file) => file.path === 'schema.prisma',
    ),
    migrations: migrationsList,
  });
  try {
    const lacking = await prepare(engine, known, report);
    const names = new Set(migrationsList.migrationDirectories.map(({ path }) => path));
    const pending = lacking.filter((name) => names.has(name));
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
  // Where one is lacking between others, the histories are said to diverge, and none is unknown.
  const unknown =
    history !== null && 'unpersistedMigrationNames' in history
      ? history.unpersistedMigrationNames
      : [];
  if (unknown.length > 0) throw new MigrationError({ code: 'ahead', migrations: unknown });
  for (const migration of found.failedMigrationNames) {
    // Its transaction never committed, so there is nothing to undo.
    report({ step: 'retrying', migration });
    await engine.markMigrationRolledBack({ migrationName: migration });
  }
  const edited = found.editedMigrationNames.filter(
    (name) => !found.failedMigrationNames.includes(name),
  );
  if (edited.length > 0) throw new MigrationError({ code: 'edited', migrations: edited });
  const behind =
    history !== null && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [];
  return [...new Set([...found.failedMigrationNames, ...behind])];
}
