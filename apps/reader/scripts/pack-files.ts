import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Compresses what the site serves besides pages as far as it goes, once: at a start that would take
 * longer than everything else there is to do. Each form lies in `.next/packed` under the address
 * of its file. Runs when everything else is built.
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
      const body = readFileSync(join(folder, name));
      const target = join(packed, prefix, name);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(`${target}.gz`, gzipSync(body, { level: 9 }));
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      writeFileSync(`${target}.br`, brotliCompressSync(body, { params }));
    }
}

packFiles();
