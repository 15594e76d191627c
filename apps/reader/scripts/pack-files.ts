import { globSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compressFile } from '@viewpoints/config/compress-file';

/**
 * Compresses the site's static files at the highest level, once: at a start that would take longer
 * than everything else. Each form is stored in `.next/packed` under the address of its file. Runs
 * when everything else is built.
 */
function packFiles(): void {
  const root = resolve(import.meta.dirname, '..');
  const packed = join(root, '.next', 'packed');
  rmSync(packed, { recursive: true, force: true });
  for (const [folder, prefix] of [
    [join(root, '.next', 'static'), '_next/static'],
    [join(root, 'public'), ''],
  ] as const)
    for (const name of globSync(['**/*.css', '**/*.svg', '**/*.txt', 'scripts/*.js'], {
      cwd: folder,
    })) {
      compressFile(join(folder, name), join(packed, prefix, name));
    }
}

packFiles();
