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
 * grants, checks) is added to the file by hand, and is not seen by the next difference. Functions, and
 * triggers that call them, are not in migrations: they are files of prisma/functions.
 */
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    'Name the migration in small letters: npm run migration -w @viewpoints/postgres -- add_tags',
  );
  process.exit(2);
}

/** The time, or a second after the last migration's where that is later: it is applied after it. */
function nextStamp(last = ''): string {
  const stampOf = (date: Date) => date.toISOString().replace(/\D/g, '').slice(0, 14);
  const now = stampOf(new Date());
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(last)?.map(Number) ?? [];
  if (year === undefined || now > last.slice(0, 14)) return now;
  return stampOf(new Date(Date.UTC(year, (month ?? 1) - 1, day, hour, minute, (second ?? 0) + 1)));
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
    const stamp = nextStamp(migrations.migrationDirectories.at(-1)?.path);
    const folder = join(directory, `${stamp}_${name}`);
    await mkdir(folder);
    await writeFile(join(folder, 'migration.sql'), empty ? '' : stdout);
    const path = relative(repositoryPaths.root, join(folder, 'migration.sql'));
    console.log(
      empty
        ? `The schema has not changed; ${path} is empty, for SQL written by hand.`
        : `Wrote ${path}. Read it before you commit it. SQL functions go into prisma/functions.`,
    );
  } finally {
    await close();
  }
} finally {
  await server.stop();
}
