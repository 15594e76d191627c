import { createHash } from 'node:crypto';
import { type MediaStore, readStored } from '@viewpoints/pictures/store/media-store';
import { withRestoration } from '@viewpoints/published/backup/load-backup';
import { jobsAfterRestore } from '@viewpoints/published/backup/not-backed-up';
import { TransferError } from '@viewpoints/published/transfer/transfer-error';
import { digesting, gather } from '../transfer/digest.ts';
import { type ArchiveContents, readArchive } from './archive.ts';
import { type BackupManifest, CopiedJobs } from './backup-record.ts';
import type { Backup } from './list-backups.ts';
import type { BackupStore } from './store.ts';
import { openArchive, openStored } from './verify-backup.ts';

type RestoreOptions = {
  databaseUrl: string;
  media: MediaStore;
  identities: readonly string[];
  /** Ids of pictures that the journal which was there knows to be clean. */
  cleanedMedia: ReadonlySet<string>;
  onProgress: (sentence: string) => void;
};

/**
 * Puts a verified backup in the place of a journal: all of it, or nothing. Pictures and files are written before the
 * rows that name them are committed. Those that only the journal before had are left to the sweep.
 * @throws {TransferError}
 */
export async function restoreBackup(
  store: BackupStore,
  { name, record }: Backup,
  { manifest, jobs }: ArchiveContents,
  options: RestoreOptions,
): Promise<void> {
  const { databaseUrl, media, identities, onProgress } = options;
  const tables = new Map(manifest.tables.map((each) => [each.table, each]));
  const written = await restoreMedia(store, manifest, {
    ...options,
    identities: record.isEncrypted ? identities : null,
  });
  const parts = {
    ...{ madeAt: manifest.madeAt, sequences: manifest.sequences, functions: manifest.functions },
    jobs: CopiedJobs.parse(jobs).filter(isDoneAfter),
  };
  try {
    await withRestoration(databaseUrl, parts, async ({ load }) => {
      const entries = openArchive(store, { name, isEncrypted: record.isEncrypted }, identities);
      await readArchive(entries, async (table, content) => {
        onProgress(`Restoring ${table}`);
        const expected = tables.get(table);
        if (expected === undefined) throw changed(table);
        const digest = digesting(content);
        const rows = await load(expected, digest.content);
        if (rows !== expected.rows || digest.end().sha256 !== expected.sha256) throw changed(table);
        tables.delete(table);
      });
      const [lacking] = tables.keys();
      if (lacking !== undefined) throw changed(lacking);
    });
  } catch (error) {
    // Rows that may be stored keep their pictures; those without a row are swept later.
    const mayBeStored = error instanceof TransferError && error.code === 'commit_unknown';
    if (!mayBeStored) for (const id of written) await media.remove(id);
    throw error;
  }
  await settleMedia(media, new Set(manifest.media.map(({ id }) => id)), manifest);
}

/** A job of a kind that this version no longer has is left out as well. */
const isDoneAfter = ({ name }: { name: string }): boolean =>
  (jobsAfterRestore as Record<string, string>)[name] === 'done';

const changed = (what: string) =>
  new TransferError('changed', `${what} was changed in the backup while it was restored.`);

/** @returns ids of files that were not there before */
async function restoreMedia(
  store: BackupStore,
  { media }: BackupManifest,
  {
    media: target,
    identities,
    cleanedMedia,
    onProgress,
  }: Omit<RestoreOptions, 'identities'> & { identities: readonly string[] | null },
): Promise<string[]> {
  const written: string[] = [];
  for (const [done, { id, name, sha256, isCleaned }] of media.entries()) {
    onProgress(`Pictures and files: ${done} of ${media.length}`);
    const there = await readStored(target, id);
    if (there !== null && hashOf(there) === sha256) continue;
    // Cleaned since the backup: it is the same picture without what it should not tell.
    if (there !== null && cleanedMedia.has(id) && !isCleaned) continue;
    const bytes = await gather(openStored(store, name, identities));
    if (hashOf(bytes) !== sha256) throw changed(name);
    if (there !== null) await target.replace(id, bytes);
    else {
      await target.write(id, bytes);
      written.push(id);
    }
  }
  return written;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Files with a row stay; those without one are marked, and the sweep removes them after a day. */
async function settleMedia(
  media: MediaStore,
  restored: ReadonlySet<string>,
  { missingMedia }: BackupManifest,
): Promise<void> {
  for (const id of restored) await media.confirm(id);
  const named = new Set([...restored, ...missingMedia]);
  for await (const { id } of media.list()) if (!named.has(id)) await media.doubt(id);
}
