import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { syncDirectory, unfinished } from '@viewpoints/config/durable-file';
import { digesting } from '../transfer/digest.ts';

/** The length of a stored file, and the SHA-256 of its bytes in hex. */
export type Stored = { bytes: number; sha256: string };

/**
 * A place for backups: files by name, each there whole or not at all. Nothing is renamed or changed in it,
 * so that a store of objects can be one as well.
 */
export type BackupStore = {
  /** Names of all files, unfinished ones included. */
  list: () => Promise<string[]>;
  write: (name: string, content: AsyncIterable<Uint8Array>) => Promise<Stored>;
  read: (name: string) => AsyncIterable<Uint8Array>;
  /** In bytes; null if there is no such file. */
  size: (name: string) => Promise<number | null>;
  remove: (name: string) => Promise<void>;
};

/** Backups in a directory, closed to others. */
export function directoryStore(directory: string): BackupStore {
  const pathOf = (name: string) => join(directory, ...name.split('/'));
  return {
    list: async () => {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return [];
          throw error;
        },
      );
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) =>
          relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'),
        )
        .sort();
    },
    write: async (name, content) => {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const digest = digesting(content);
      await writeSyncedStream(unfinished(path), digest.content);
      await rename(unfinished(path), path);
      await syncDirectory(dirname(path));
      return digest.end();
    },
    read: (name) => createReadStream(pathOf(name)),
    size: async (name) => (await stat(pathOf(name)).catch(() => null))?.size ?? null,
    remove: async (name) => {
      await rm(pathOf(name), { force: true });
      const parent = dirname(pathOf(name));
      // It stays where something else is in it.
      if (parent !== directory) await rmdir(parent).catch(() => {});
    },
  };
}

async function writeSyncedStream(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  await pipeline(Readable.from(content), createWriteStream(path, { mode: 0o600 }));
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The length and the hash of a file as it is stored now. */
export async function hashStored(store: BackupStore, name: string): Promise<Stored> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of store.read(name)) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { bytes, sha256: hash.digest('hex') };
}
