import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncDirectory, writeSynced } from '@viewpoints/config/durable-file';

/** A file's replacement, beside it, until it is whole; `.part` says that a row is undecided. */
export const replacementOf = (path: string): string => `${path}.clean`;

/**
 * Puts other bytes in the place of a file, under its name: whoever reads it meanwhile has the old
 * ones or the new ones as a whole, and after a loss of power one of the two is there. The caller
 * has locked the picture, so that nobody else replaces or removes its file.
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
