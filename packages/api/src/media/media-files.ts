import { type FileHandle, link, open, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  isStorageFull,
  syncDirectory,
  unfinished,
  writeSynced,
} from '@viewpoints/config/durable-file';
import { makePrivateDirectory } from '@viewpoints/config/private-files';
import { Id } from '@viewpoints/domain/values';
import { replacementOf } from './replace-media-file.ts';

/*
 * Bytes of pictures in a directory, under their ids: nothing a sender named becomes a path. A row
 * and its file cannot be written in one step. So the file of an upload (or of a removal) under way
 * has a second name, `<id>.part`, until the row is committed (or gone). Whatever still has one
 * after a crash is compared with the rows by `sweepMedia`; files without one are never touched.
 */

/**
 * Writes the bytes of a picture whose row is about to be written. They are on disk when this
 * resolves; `confirmMediaFile` follows once the row is committed.
 * @throws the system's error; nothing is left behind then
 */
export async function writeMediaFile(
  directory: string,
  id: string,
  bytes: Uint8Array,
): Promise<void> {
  await makePrivateDirectory(directory);
  const path = join(directory, id);
  try {
    await writeSynced(unfinished(path), bytes);
    await link(unfinished(path), path);
    await syncDirectory(directory);
  } catch (error) {
    await removeMediaFile(directory, id);
    throw error;
  }
}

/** Records that the row of a written file is committed: the file stays. */
export async function confirmMediaFile(directory: string, id: string): Promise<void> {
  await rm(unfinished(join(directory, id)), { force: true });
}

/** Records that the row of a file is about to be removed: after a crash the sweep removes the file. */
export async function doubtMediaFile(directory: string, id: string): Promise<void> {
  const path = join(directory, id);
  await link(path, unfinished(path)).catch((error: NodeJS.ErrnoException) => {
    // There is no file to lose track of, or it is noted already. And a full disk must not prevent
    // deletions.
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST' && !isStorageFull(error)) throw error;
  });
}

export async function removeMediaFile(directory: string, id: string): Promise<void> {
  const path = join(directory, id);
  await rm(path, { force: true });
  // Left by a cleaning that was killed.
  await rm(replacementOf(path), { force: true });
  await rm(unfinished(path), { force: true });
}

/** Opens a stored picture for reading; null if its file is missing. */
export async function openMediaFile(directory: string, id: string): Promise<FileHandle | null> {
  try {
    return await open(join(directory, id), 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const hour = 60 * 60 * 1000;
const ending = unfinished('');

/**
 * Removes what uploads that were cut short had written so far, so that it does not keep a disk
 * full. Files younger than an hour may belong to an upload under way, here or in another process.
 * @returns how many were removed
 */
export async function removeUnfinishedUploads(directory: string): Promise<number> {
  let removed = 0;
  for (const part of await listUndecided(directory)) {
    const found = await stat(part).catch(() => null);
    // A finished file has both names, and may have a row.
    if (found === null || found.nlink > 1 || Date.now() - found.mtimeMs < hour) continue;
    await rm(part, { force: true });
    removed += 1;
  }
  return removed;
}

/**
 * Compares what crashes left undecided for a day with the rows, and removes files without one.
 * @param hasRow whether the picture of an id is known
 * @param age how long a file is left alone, in milliseconds: longer than any transaction takes
 * @returns how many pictures were removed
 */
export async function sweepMedia(
  directory: string,
  hasRow: (id: string) => Promise<boolean>,
  age: number = 24 * hour,
): Promise<number> {
  let removed = 0;
  for (const part of await listUndecided(directory)) {
    const found = await stat(part).catch(() => null);
    // Giving a file its second name changes the file, though not its content.
    if (found === null || Date.now() - found.ctimeMs < age) continue;
    const id = basename(part).slice(0, -ending.length);
    if (await hasRow(id)) {
      await confirmMediaFile(directory, id);
      continue;
    }
    await removeMediaFile(directory, id);
    removed += 1;
  }
  return removed;
}

async function listUndecided(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  // Files with other names were not put there by us.
  const isOurs = (name: string) =>
    name.endsWith(ending) && Id.safeParse(name.slice(0, -ending.length)).success;
  return names.filter(isOurs).map((name) => join(directory, name));
}
