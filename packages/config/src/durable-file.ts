import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The unfinished form of a file, next to it until it is complete. */
export const unfinished = (path: string): string => `${path}.part`;

/**
 * Writes a file that is either there whole or not at all, also after a loss of power: the bytes
 * are on disk before the file has its name, and the name is before this resolves.
 * @throws the system's error; nothing is left behind then
 */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const part = unfinished(path);
  try {
    await writeSynced(part, bytes);
    await rename(part, path);
    await syncDirectory(dirname(path));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Writes a file for its owner alone, and waits until its bytes are on disk. */
export async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until the names in a directory are on disk. Windows does so by itself, and offers no way. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** No space left, a user's quota used up, or a limit on how large a file may grow. */
const storageFull = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Whether an error of the file system says that there is no room for what was to be written. */
export function isStorageFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && storageFull.has(String(error.code));
}
