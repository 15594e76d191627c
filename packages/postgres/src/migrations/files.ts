import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { MigrationError } from './error.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where the schema, the migrations and the functions lie in this repository (absolute paths). */
export const repositoryPaths = {
  root,
  prisma: join(root, 'prisma'),
  migrations: join(root, 'prisma', 'migrations'),
  /** Applied only where a database began with them. */
  migrationsBeforeBaseline: join(root, 'prisma', 'migrations-before-baseline'),
  adoptedMigrations: join(root, 'prisma', 'adopted-migrations.json'),
  functions: join(root, 'prisma', 'functions'),
};

/** Names of the migration folders in `directory`, oldest first; the name begins with its time. */
export async function listMigrationNames(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads the migrations of `directory` in the shape the schema engine takes.
 * @param upTo name of the last one that is read; every one is unless given
 * @throws {MigrationError} `unknown` where no migration has that name
 */
export async function readMigrations(directory: string, upTo?: string): Promise<MigrationList> {
  const all = await listMigrationNames(directory);
  if (upTo !== undefined && !all.includes(upTo)) {
    throw new MigrationError({ code: 'unknown', migration: upTo });
  }
  const names = upTo === undefined ? all : all.slice(0, all.indexOf(upTo) + 1);
  return {
    baseDir: directory,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(directory, 'migration_lock.toml'), 'utf8').catch(() => null),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(directory, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}

/** Every `.prisma` file under `directory`, with paths relative to it. */
export async function readSchema(directory: string): Promise<SchemaContainer[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.prisma'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(directory, path).split(sep).join('/'),
      content: await readFile(path, 'utf8'),
    })),
  );
}
