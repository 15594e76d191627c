import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { startEmbeddedPostgres } from '../embedded/embedded.ts';
import { openSchemaEngine } from './engine.ts';
import { readMigrations, readSchema, repositoryPaths } from './files.ts';

/**
 * Writes the next migration: `npm run migration -w @viewpoints/postgres -- <name>`.
 *
 * The difference is taken between the database that the migrations make, on a server of its own
 * that is thrown away, and the schema in prisma/. What Prisma's schema cannot say (row security,
 * grants, checks, triggers) is added to the file by hand, and is not seen by the next difference.
 */
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    'Name the migration in small letters: npm run migration -w @viewpoints/postgres -- add_tags',
  );
  process.exit(2);
}

const directory = repositoryPaths.migrations;
const migrations = await readMigrations(directory);
const files = await readSchema(repositoryPaths.prisma);
const server = await startEmbeddedPostgres({ throwaway: true });
try {
  const { engine, close } = await openSchemaEngine({
    databaseUrl: server.url,
    schema: files,
    migrations,
  });
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const empty = stdout === null || stdout.startsWith('-- This is an empty migration');
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(directory, `${stamp}_${name}`);
    await mkdir(folder);
    await writeFile(join(folder, 'migration.sql'), empty ? '' : stdout);
    const path = relative(repositoryPaths.root, join(folder, 'migration.sql'));
    console.log(
      empty
        ? `The schema has not changed; ${path} is empty, for SQL written by hand.`
        : `Wrote ${path}. Read it before you commit it.`,
    );
  } finally {
    await close();
  }
} finally {
  await server.stop();
}
