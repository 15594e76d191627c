import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { repositoryPaths } from '@viewpoints/postgres/migrations/files';

/**
 * Writes the Prisma client to src/generated: `node src/generate.ts`.
 *
 * Every Prisma command first looks for a native schema engine and downloads it where it is
 * missing. Generating never calls that engine, so naming any executable that exists (this Node)
 * keeps the command offline and alike on every operating system.
 */
const require = createRequire(import.meta.url);
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
});
