import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncDirectory, writeSynced } from '@viewpoints/config/durable-file';

/** A file's replacement, next to it until it is complete; `.part` says that a row is undecided. */
export const replacementOf = (path: string): string => `${path}.clean`;

/**
 * Replaces a file atomically under its name: concurrent readers get all of the old bytes or all of
 * the new, and after a loss of power one of the two is there. The caller has locked the picture, so
 * that its file is not replaced or removed concurrently.
 * @throws the system's error; the file is as it was then, unless only its new name is in doubt
 */
export async function replaceMediaFile(path: string, bytes: Uint8Array): Promise<void> {
  const replacement = replacementOf(path);
  try {
    await writeSynced(replacement, bytes);
    await rename(replacement, path);
  } catch (error) {
    await rm(replacement, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
}
