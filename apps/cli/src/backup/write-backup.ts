import { createHash, createHmac } from 'node:crypto';
import { type MediaStore, readStored } from '@viewpoints/pictures/store/media-store';
import { fingerprintOf } from '@viewpoints/postgres/roles/secret-fingerprint';
import type { BackupSnapshot, CopiedMedia } from '@viewpoints/published/backup/read-backup';
import { TransferError } from '@viewpoints/published/transfer/transfer-error';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { Failure } from '../failure.ts';
import { digesting } from '../transfer/digest.ts';
import { encryptTo } from '../transfer/encryption.ts';
import { writeTar } from '../transfer/tar.ts';
import { archiveEntries } from './archive.ts';
import {
  archiveName,
  type BackupManifest,
  BackupRecord,
  backupFormat,
  backupVersion,
  nameOf,
  recordName,
} from './backup-record.ts';
import { type Backup, listBackups, removeUnfinished } from './list-backups.ts';
import { type BackupStore, hashStored, type Stored } from './store.ts';
import { openArchive, openStored, verifyArchive } from './verify-backup.ts';

type BackupOptions = {
  media: MediaStore;
  secret: string;
  /** Public keys that it is encrypted to; none where it is plain. */
  recipients: readonly string[];
  /** Done once everything was read back, before the backup counts as one. */
  seal: () => Promise<void>;
  onProgress: (sentence: string) => void;
};

/** What was written. */
export type Written = { backup: Backup; manifest: BackupManifest; newMedia: number };

/**
 * Writes a backup, and reads back what was written. Pictures and files that an earlier backup has are not
 * written again. Nothing else may write to the store meanwhile.
 * @throws {Failure} if the store has backups of another journal
 */
export async function writeBackup(
  snapshot: BackupSnapshot,
  store: BackupStore,
  options: BackupOptions,
): Promise<Written> {
  const { secret, recipients, onProgress } = options;
  const journal = fingerprintOf(secret);
  const before = await listBackups(store);
  if (before.some(({ record }) => record.journal !== journal))
    throw new Failure(
      'There are backups of another journal in this place. Give this one a place of its own.',
    );
  await removeUnfinished(store);
  const name = nameOf(snapshot.madeAt);
  if (before.some((each) => each.name === name)) throw new Failure(`${name} is there already.`);
  const keys = await keysOf(recipients);
  const media = await writeMedia(snapshot.media, store, { ...options, keys, before });
  const isEncrypted = recipients.length > 0;
  let manifest: BackupManifest | null = null;
  const archive = await store.write(
    archiveName(name, isEncrypted),
    await keys.encrypt(
      writeTar(
        archiveEntries(snapshot, {
          ...{ secret, media: media.manifest },
          onTable: (table) => onProgress(`Writing ${table}`),
          onManifest: (written) => {
            manifest = written;
          },
        }),
      ),
    ),
  );
  onProgress('Reading back what was written …');
  await compareBack(store, archiveName(name, isEncrypted), archive);
  await verifyArchive(openArchive(store, { name, isEncrypted }, keys.identities ?? []));
  if (manifest === null) throw new Error('Nothing was written.');
  const record = BackupRecord.parse({
    ...{ format: backupFormat, version: backupVersion, madeAt: snapshot.madeAt },
    ...{ migration: snapshot.migration, journal, isEncrypted, archive, media: media.stored },
  });
  await options.seal();
  await store.write(recordName(name), lines(JSON.stringify(record, null, 2)));
  return { backup: { name, record }, manifest, newMedia: media.added };
}

async function* lines(text: string) {
  yield Buffer.from(`${text}\n`);
}

type Keys = {
  /** The part of the store for pictures that are encrypted to the same keys. */
  place: string;
  encrypt: (bytes: AsyncIterable<Uint8Array>) => Promise<AsyncIterable<Uint8Array>>;
  /** Secret keys to read back with; null where nothing is encrypted. */
  identities: string[] | null;
};

/**
 * Everything is encrypted to one key more, made for this run and never stored, so that it can be read back here: the
 * machine has no other secret key.
 */
async function keysOf(recipients: readonly string[]): Promise<Keys> {
  if (recipients.length === 0)
    return { place: 'plain', encrypt: async (bytes) => bytes, identities: null };
  const identity = await generateX25519Identity();
  const all = [...recipients, await identityToRecipient(identity)];
  return {
    place: createHash('sha256')
      .update([...recipients].sort().join('\n'))
      .digest('hex')
      .slice(0, 16),
    encrypt: (bytes) => encryptTo(all, bytes),
    identities: [identity],
  };
}

async function compareBack(store: BackupStore, name: string, expected: Stored): Promise<void> {
  const { bytes, sha256 } = await hashStored(store, name);
  if (bytes !== expected.bytes || sha256 !== expected.sha256)
    throw new TransferError(
      'changed',
      `${name} could not be read back as it was written. Look at the disk.`,
    );
}

async function writeMedia(
  media: readonly CopiedMedia[],
  store: BackupStore,
  {
    media: source,
    secret,
    keys,
    before,
    onProgress,
  }: BackupOptions & { keys: Keys; before: readonly Backup[] },
) {
  const manifest: Pick<BackupManifest, 'media' | 'missingMedia'> = { media: [], missingMedia: [] };
  const known = new Map(
    before.flatMap(({ record }) => record.media.map(({ name, ...stored }) => [name, stored])),
  );
  const used = new Map<string, Stored>();
  let added = 0;
  for (const [done, { id, isCleaned }] of media.entries()) {
    onProgress(`Pictures and files: ${done} of ${media.length}`);
    const bytes = await readStored(source, id);
    if (bytes === null) {
      manifest.missingMedia.push(id);
      continue;
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const name = `media/${keys.place}/${nameOfContent(sha256, secret)}`;
    const kept = used.get(name) ?? (await stillStored(store, name, known.get(name)));
    if (kept === null) added += 1;
    used.set(name, kept ?? (await writePicture(bytes, store, { name, sha256, keys })));
    manifest.media.push({ id, sha256, isCleaned, name });
  }
  return { manifest, added, stored: [...used].map(([name, stored]) => ({ name, ...stored })) };
}

/** Whoever has a picture could see by its own hash that it is in a backup. */
const nameOfContent = (sha256: string, secret: string): string =>
  createHmac('sha256', secret).update(`name in a backup: ${sha256}`).digest('hex');

async function stillStored(
  store: BackupStore,
  name: string,
  stored: Stored | undefined,
): Promise<Stored | null> {
  if (stored === undefined) return null;
  return (await store.size(name)) === stored.bytes ? stored : null;
}

async function* contentOf(bytes: Uint8Array) {
  yield bytes;
}

async function writePicture(
  bytes: Uint8Array,
  store: BackupStore,
  { name, sha256, keys }: { name: string; sha256: string; keys: Keys },
): Promise<Stored> {
  const stored = await store.write(name, await keys.encrypt(contentOf(bytes)));
  const back = digesting(openStored(store, name, keys.identities));
  for await (const _ of back.content);
  if (back.end().sha256 !== sha256)
    throw new TransferError(
      'changed',
      `${name} could not be read back as it was written. Look at the disk.`,
    );
  return stored;
}
