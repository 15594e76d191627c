import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';

/** What backups are called, and the version of how they are laid out. */
export const backupFormat = 'viewpoints-backup';
export const backupVersion = 1;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Stored = { bytes: z.int().min(0), sha256: Sha256 };

/**
 * What a backup is made of, as it is stored: `backup.json`, which is not encrypted and is written last. A
 * backup without it is not whole.
 */
export const BackupRecord = z.strictObject({
  format: z.literal(backupFormat),
  version: z.literal(backupVersion),
  madeAt: z.iso.datetime(),
  /** The last migration of its database. */
  migration: z.string().max(200),
  /** The fingerprint of the secret: which journal it is of. */
  journal: z.string().max(100),
  isEncrypted: z.boolean(),
  /** The database. */
  archive: z.strictObject(Stored),
  /** Pictures and files, which backups share. */
  media: z.array(
    z.strictObject({
      name: z.string().regex(/^media\/[0-9a-z]{1,64}\/[0-9a-f]{64}$/),
      ...Stored,
    }),
  ),
});
export type BackupRecord = z.infer<typeof BackupRecord>;

const Name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/);

/** What the archive of a backup holds: its last file. */
export const BackupManifest = z.strictObject({
  madeAt: z.iso.datetime(),
  migration: z.string().max(200),
  tables: z.array(
    z.strictObject({
      table: Name,
      columns: z.array(Name),
      rows: z.int().min(0),
      ...Stored,
    }),
  ),
  sequences: z.array(
    z.strictObject({
      name: Name,
      last: z
        .string()
        .regex(/^\d{1,19}$/)
        .nullable(),
    }),
  ),
  functions: z.record(Name, z.string().max(100)),
  media: z.array(
    z.strictObject({
      id: Id,
      /** Of the picture or file itself. */
      sha256: Sha256,
      isCleaned: z.boolean(),
      /** The name of what is stored of it. */
      name: BackupRecord.shape.media.element.shape.name,
    }),
  ),
  /** Pictures and files that rows name and storage did not have. */
  missingMedia: z.array(Id),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const CopiedJobs = z.array(
  z.strictObject({
    name: z.string(),
    payload: z.json(),
    key: z.string().nullable(),
    queue: z.string().nullable(),
    runAt: z.iso.datetime(),
    priority: z.int(),
    mostAttempts: z.int(),
  }),
);

export const recordName = (backup: string): string => `${backup}/backup.json`;
export const archiveName = (backup: string, isEncrypted: boolean): string =>
  `${backup}/journal.tar${isEncrypted ? '.age' : ''}`;

/** The name of a backup: when it was made, so that names sort by age. */
export const nameOf = (madeAt: string): string => madeAt.replaceAll(':', '-');

/** Whether a file belongs to a backup, and to which. */
export const backupOf = (name: string): string | null =>
  /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}[.]\d{3}Z)\/[^/]+$/.exec(name)?.[1] ?? null;
