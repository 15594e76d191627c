import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Puts other bytes in the place of a file, under its name: whoever reads it meanwhile has the old
 * ones or the new ones as a whole, and after a loss of power one of the two is there.
 */
export async function replaceMediaFile(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.clean`;
  try {
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  const directory = await open(dirname(path), 'r');
  try {
    await directory.sync();
  } catch {
    // Some systems cannot sync a directory; the name is then as durable as they make it.
  } finally {
    await directory.close();
  }
}
