import { randomUUID } from 'node:crypto';
import { type FileHandle, link, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  isStorageFull,
  syncDirectory,
  unfinished,
  writeSynced,
} from '@viewpoints/config/durable-file';
import { makePrivateDirectory } from '@viewpoints/config/private-files';
import { Id } from '@viewpoints/domain/values';
import { type MediaStore, type StoredEntry, type StoredFile, undecidedFor } from './media-store.ts';

const hour = 60 * 60 * 1000;
const ending = unfinished('');

/**
 * Pictures and files in a directory. One that is undecided has a second name, `<id>.part`; files without
 * one are never touched.
 */
export function fileStore(directory: string): MediaStore {
  const pathOf = (id: string) => join(directory, basename(id));
  const store: MediaStore = {
    place: directory,
    prepare: async () => {
      await makePrivateDirectory(directory);
      return removeUnfinishedUploads(directory);
    },
    write: async (id, bytes) => {
      await makePrivateDirectory(directory);
      const path = pathOf(id);
      try {
        await writeSynced(unfinished(path), bytes);
        await link(unfinished(path), path);
        await syncDirectory(directory);
      } catch (error) {
        await store.remove(id);
        throw error;
      }
    },
    confirm: (id) => rm(unfinished(pathOf(id)), { force: true }),
    doubt: async (id) => {
      const path = pathOf(id);
      await link(path, unfinished(path)).catch((error: NodeJS.ErrnoException) => {
        // There is no file to lose track of, or it is noted already. And a full disk must not prevent
        // deletions.
        if (error.code !== 'ENOENT' && error.code !== 'EEXIST' && !isStorageFull(error))
          throw error;
      });
    },
    remove: async (id) => {
      const path = pathOf(id);
      await rm(path, { force: true });
      // Left by a cleaning that was killed.
      await rm(replacementOf(path), { force: true });
      await rm(unfinished(path), { force: true });
    },
    replace: async (id, bytes) => {
      await makePrivateDirectory(directory);
      const path = pathOf(id);
      try {
        await writeSynced(replacementOf(path), bytes);
        await rename(replacementOf(path), path);
      } catch (error) {
        await rm(replacementOf(path), { force: true });
        throw error;
      }
      // After a loss of power the old bytes or the new ones are there.
      await syncDirectory(directory);
    },
    open: async (id) => {
      try {
        return await storedFile(await open(pathOf(id), 'r'));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    list: () => listFiles(directory),
    probe: async () => {
      await makePrivateDirectory(directory);
      const path = pathOf(`.probe-${randomUUID()}`);
      try {
        await writeSynced(path, Buffer.from(path));
        if ((await readFile(path, 'utf8')) !== path) throw new Error(`${directory} is damaged.`);
      } finally {
        await rm(path, { force: true });
      }
    },
    sweep: async (hasRow, age = undecidedFor) => {
      let removed = 0;
      for (const part of await listUndecided(directory)) {
        const found = await stat(part).catch(() => null);
        // Giving a file its second name changes the file, though not its content.
        if (found === null || Date.now() - found.ctimeMs < age) continue;
        const id = basename(part).slice(0, -ending.length);
        if (await hasRow(id)) {
          await store.confirm(id);
          continue;
        }
        await store.remove(id);
        removed += 1;
      }
      return removed;
    },
  };
  return store;
}

/** A file's replacement, next to it until it is complete; `.part` says that a row is undecided. */
const replacementOf = (path: string): string => `${path}.clean`;

async function storedFile(file: FileHandle): Promise<StoredFile> {
  // Of the file itself: it may have been replaced since a row was read.
  const { size } = await file.stat();
  return {
    size,
    /** Closes the file whether it was read to its end or not. */
    stream: () => file.createReadStream({ autoClose: true }),
    close: () => file.close(),
  };
}

/**
 * Removes what uploads that were cut short had written so far, so that it does not keep a disk
 * full. Files younger than an hour may belong to an upload under way, here or in another process.
 */
async function removeUnfinishedUploads(directory: string): Promise<number> {
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

async function* listFiles(directory: string): AsyncGenerator<StoredEntry> {
  // Files with other names were not put there by us.
  for (const id of (await namesIn(directory)).filter((name) => Id.safeParse(name).success)) {
    const found = await stat(join(directory, id)).catch(() => null);
    if (found !== null) yield { id, bytes: found.size, writtenAt: found.mtime };
  }
}

async function listUndecided(directory: string): Promise<string[]> {
  const isOurs = (name: string) =>
    name.endsWith(ending) && Id.safeParse(name.slice(0, -ending.length)).success;
  return (await namesIn(directory)).filter(isOurs).map((name) => join(directory, name));
}

const namesIn = (directory: string): Promise<string[]> =>
  readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
