import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compressFile } from '@viewpoints/config/compress-file';

/** Compresses scripts and styles of the build, each next to its file. Runs after `next build`. */
const built = resolve(import.meta.dirname, '..', '.next', 'static');
for (const name of globSync(['**/*.js', '**/*.css'], { cwd: built }))
  compressFile(join(built, name));
