import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { buildPackage } from './build-package.ts';

/*
 * Builds the package and packs it for a registry: `npm run pack -w @viewpoints/client`.
 * The directory of the tarball may be given.
 */

const target = resolve(process.argv[2] ?? join(import.meta.dirname, '../dist'));
const directory = join(target, 'package');
await buildPackage(directory);
await mkdir(target, { recursive: true });
const { stdout } = await promisify(execFile)(
  'npm',
  ['pack', '--json', '--ignore-scripts', '--pack-destination', target],
  { cwd: directory },
);
const [packed] = JSON.parse(stdout);
console.log(join(target, packed.filename));
