import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Compresses a file as far as it goes, which is for builds: at a start or in a request it would take
 * longer than everything else.
 * @param target path of the compressed forms, to which `.gz` and `.br` are added
 */
export function compressFile(source: string, target = source): void {
  const body = readFileSync(source);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.gz`, gzipSync(body, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${target}.br`, brotliCompressSync(body, { params }));
}
