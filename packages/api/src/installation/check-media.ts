import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckResult } from './check-result.ts';

const day = 24 * 60 * 60 * 1000;
/** Maximum number of names that are listed. */
const fewNames = 5;

/**
 * Compares the rows of pictures and files with what lies in the directory. Files of the last day are
 * left out: their rows may be on the way.
 * @param ids those that have a row
 */
export async function checkMedia(directory: string, ids: readonly string[]): Promise<CheckResult> {
  const name = 'Files of media';
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const there = new Set(names);
  const missing = ids.filter((id) => !there.has(id));
  const known = new Set(ids);
  const orphaned: string[] = [];
  let bytes = 0;
  for (const each of names.filter((file) => /^[0-9a-f-]{36}$/.test(file) && !known.has(file))) {
    const found = await stat(join(directory, each)).catch(() => null);
    if (found === null || Date.now() - found.mtimeMs < day) continue;
    orphaned.push(each);
    bytes += found.size;
  }
  const next = [
    ...(missing.length === 0
      ? []
      : [`Restore these from a backup, or remove them in the admin: ${some(missing)}.`]),
    ...(orphaned.length === 0
      ? []
      : [`These belong to nothing and can be removed from ${directory}: ${some(orphaned)}.`]),
  ];
  const detail = [
    missing.length === 0
      ? `${ids.length}, all there`
      : `${missing.length} of ${ids.length} missing`,
    ...(orphaned.length === 0
      ? []
      : [`${orphaned.length} without a row (${(bytes / 1024 ** 2).toFixed(1)} MiB)`]),
  ].join(', ');
  return { name, ok: missing.length === 0, detail, next: next.join('\n  ') || null };
}

const some = (names: readonly string[]): string =>
  `${names.slice(0, fewNames).join(', ')}${names.length > fewNames ? ', …' : ''}`;
