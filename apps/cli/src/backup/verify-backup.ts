import { TransferError } from '@viewpoints/published/transfer/transfer-error';
import { digesting } from '../transfer/digest.ts';
import { decryptWith } from '../transfer/encryption.ts';
import type { Entry } from '../transfer/entry.ts';
import { readTar } from '../transfer/tar.ts';
import { type ArchiveContents, readArchive } from './archive.ts';
import { archiveName, type BackupManifest } from './backup-record.ts';
import type { Backup } from './list-backups.ts';
import { type BackupStore, hashStored, type Stored } from './store.ts';

const damaged = (name: string) =>
  new TransferError('changed', `The backup is damaged: ${name} is not what was written.`);

/**
 * Reads everything that is stored of a backup, and compares it with the record. Needs no key.
 * @throws {TransferError} `changed`, `missing_file`
 */
export async function verifyStored(store: BackupStore, { name, record }: Backup): Promise<void> {
  const archive = archiveName(name, record.isEncrypted);
  for (const file of [{ name: archive, ...record.archive }, ...record.media])
    await compareStored(store, file.name, file);
}

async function compareStored(store: BackupStore, name: string, expected: Stored): Promise<void> {
  if ((await store.size(name)) === null)
    throw new TransferError('missing_file', `The backup is damaged: it lacks ${name}.`);
  const { bytes, sha256 } = await hashStored(store, name);
  if (bytes !== expected.bytes || sha256 !== expected.sha256) throw damaged(name);
}

/** Opens what a stored file holds. */
export function openStored(
  store: BackupStore,
  name: string,
  identities: readonly string[] | null,
): AsyncIterable<Uint8Array> {
  const stored = store.read(name);
  return identities === null ? stored : decryptWith(identities, stored);
}

/** The files in the archive of a backup. */
export function openArchive(
  store: BackupStore,
  { name, isEncrypted }: { name: string; isEncrypted: boolean },
  identities: readonly string[],
): AsyncIterable<Entry> {
  return readTar(
    openStored(store, archiveName(name, isEncrypted), isEncrypted ? identities : null),
  );
}

/**
 * Reads the archive of a backup to its end: the rows of each table are counted, and their hash is compared.
 * @throws {TransferError}
 */
export async function verifyArchive(entries: AsyncIterable<Entry>): Promise<ArchiveContents> {
  const found = new Map<string, Stored & { rows: number }>();
  const contents = await readArchive(entries, async (table, content) => {
    const digest = digesting(content);
    let rows = 0;
    for await (const chunk of digest.content)
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
    if (found.has(table)) throw damaged(table);
    found.set(table, { rows, ...digest.end() });
  });
  compareTables(contents.manifest, found);
  return contents;
}

function compareTables(
  { tables }: BackupManifest,
  found: ReadonlyMap<string, Stored & { rows: number }>,
): void {
  if (tables.length !== found.size) throw damaged('the archive');
  for (const { table, rows, bytes, sha256 } of tables) {
    const its = found.get(table);
    if (its?.rows !== rows || its.bytes !== bytes || its.sha256 !== sha256) throw damaged(table);
  }
}

/**
 * Reads the pictures and files of a backup, and compares each with its hash.
 * @throws {TransferError} `changed`
 */
export async function verifyMedia(
  store: BackupStore,
  media: BackupManifest['media'],
  identities: readonly string[] | null,
): Promise<void> {
  const seen = new Set<string>();
  for (const { name, sha256 } of media) {
    if (seen.has(name)) continue;
    seen.add(name);
    const digest = digesting(openStored(store, name, identities));
    for await (const _ of digest.content);
    if (digest.end().sha256 !== sha256) throw damaged(name);
  }
}
