import { type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes of pictures in a directory, under their ids: nothing a sender named becomes a path. */
export async function writeMediaFile(
  directory: string,
  id: string,
  bytes: Uint8Array,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, id);
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}

export async function removeMediaFile(directory: string, id: string): Promise<void> {
  await rm(join(directory, id), { force: true });
}

/** Opens a stored picture for reading; null where its file is missing. */
export async function openMediaFile(directory: string, id: string): Promise<FileHandle | null> {
  try {
    return await open(join(directory, id), 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
