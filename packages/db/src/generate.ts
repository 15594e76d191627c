import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { repositoryPaths } from '@viewpoints/postgres/migrations/files';
import { packQueryBuilder } from './pack-query-builder.ts';

/**
 * Writes the Prisma client, the tables as types and the query builder to src/generated:
 * `node src/generate.ts`.
 *
 * Every Prisma command first looks for a native schema engine and downloads it where it is
 * missing. Generating never calls that engine, so naming any executable that exists (this Node)
 * keeps the command offline and alike on every operating system.
 */
const require = createRequire(import.meta.url);
/** The path on which Prisma finds this Node and the generator that writes the tables as types. */
const path = [
  dirname(process.execPath),
  join(repositoryPaths.root, 'node_modules', '.bin'),
  process.env.PATH ?? '',
].join(delimiter);
const child = spawn(
  process.execPath,
  [
    require.resolve('prisma/build/index.js'),
    'generate',
    '--no-hints',
    '--schema',
    repositoryPaths.prisma,
  ],
  {
    cwd: repositoryPaths.root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PATH: path,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  },
);
child.on('error', (error) => {
  console.error(`The Prisma client could not be generated: ${error.message}`);
  process.exitCode = 1;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
  if (code === 0) void packQueryBuilder();
});
