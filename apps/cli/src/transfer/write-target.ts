import { createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { syncDirectory, unfinished } from '@viewpoints/config/durable-file';
import { TransferError } from '@viewpoints/published/transfer/transfer-error';
import { encryptTo } from './encryption.ts';
import type { Entry } from './entry.ts';
import { writeTar } from './tar.ts';

/** Where an export goes: a directory, or one file, which may be encrypted to keys. */
export type Target = { path: string; form: 'directory' | 'file'; recipients: readonly string[] };

/**
 * Writes the files of an export. Until it is whole its name ends in `.part`; what an earlier run left
 * under that name is removed, so the caller has seen to it that no other one is under way (`withTarget`).
 * @param seal done once everything is on disk, before the export has its name
 * @throws {TransferError} `target_exists`
 */
export async function writeTarget(
  target: Target,
  entries: AsyncIterable<Entry>,
  seal: () => Promise<void>,
): Promise<void> {
  await refuseExisting(target.path);
  const part = unfinished(target.path);
  await rm(part, { recursive: true, force: true });
  await mkdir(dirname(target.path), { recursive: true });
  try {
    if (target.form === 'directory') await writeDirectory(part, entries);
    else await writeFile(part, target.recipients, entries);
    await seal();
    await rename(part, target.path);
    await syncDirectory(dirname(target.path));
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

async function refuseExisting(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere)
    throw new TransferError('target_exists', `${path} is there already. Give another name.`);
}

async function writeDirectory(path: string, entries: AsyncIterable<Entry>): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  const made = new Set([path]);
  for await (const { name, content } of entries) {
    const file = join(path, name);
    if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    made.add(dirname(file));
    await writeSyncedStream(file, content);
  }
  for (const directory of made) await syncDirectory(directory);
}

async function writeFile(
  path: string,
  recipients: readonly string[],
  entries: AsyncIterable<Entry>,
): Promise<void> {
  const bytes = writeTar(entries);
  await writeSyncedStream(
    path,
    recipients.length === 0 ? bytes : await encryptTo(recipients, bytes),
  );
}

/** Writes a file for its owner alone, and waits until its bytes are on disk. */
export async function writeSyncedStream(
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  await pipeline(Readable.from(content), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
