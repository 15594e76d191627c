import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import type { CheckResult } from './check-result.ts';
import { messageOf } from './message-of.ts';

const day = 24 * 60 * 60 * 1000;
/** Maximum number of names that are listed. */
const fewNames = 5;

/**
 * Tries the store of pictures and files, and compares what lies there with the rows. What was written in the last
 * day is left out: its rows may be on the way.
 * @param ids those that have a row
 */
export async function checkMedia(
  store: MediaStore,
  ids: readonly string[],
): Promise<CheckResult[]> {
  const name = 'Storage of media';
  try {
    await store.probe();
    const there = `${store.place}: written to, read and removed from`;
    return [{ name, ok: true, detail: there, next: null }, await compareRows(store, ids)];
  } catch (error) {
    const next = 'Until then pictures are not shown and cannot be uploaded; pages are.';
    return [{ name, ok: false, detail: messageOf(error), next }];
  }
}

async function compareRows(store: MediaStore, ids: readonly string[]): Promise<CheckResult> {
  const missing = new Set(ids);
  const known = new Set(ids);
  const orphaned: string[] = [];
  let bytes = 0;
  for await (const entry of store.list()) {
    missing.delete(entry.id);
    if (known.has(entry.id) || Date.now() - entry.writtenAt.getTime() < day) continue;
    orphaned.push(entry.id);
    bytes += entry.bytes;
  }
  const next = [
    ...(missing.size === 0
      ? []
      : [`Restore these from a backup, or remove them in the admin: ${some([...missing])}.`]),
    ...(orphaned.length === 0
      ? []
      : [`These belong to nothing and can be removed from ${store.place}: ${some(orphaned)}.`]),
  ];
  const detail = [
    missing.size === 0 ? `${ids.length}, all there` : `${missing.size} of ${ids.length} missing`,
    ...(orphaned.length === 0
      ? []
      : [`${orphaned.length} without a row (${(bytes / 1024 ** 2).toFixed(1)} MiB)`]),
  ].join(', ');
  return {
    name: 'Files of media',
    ok: missing.size === 0,
    detail,
    next: next.join('\n  ') || null,
  };
}

const some = (names: readonly string[]): string =>
  `${names.slice(0, fewNames).join(', ')}${names.length > fewNames ? ', …' : ''}`;
