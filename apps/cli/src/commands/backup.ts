import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { loadSettings } from '@viewpoints/config/env';
import { tryLock } from '@viewpoints/config/file-lock';
import { makePrivateDirectory } from '@viewpoints/config/private-files';
import { openMediaStore } from '@viewpoints/pictures/store/open-store';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { checkSecret } from '@viewpoints/postgres/roles/secret-fingerprint';
import { withBackupSnapshot } from '@viewpoints/published/backup/read-backup';
import { recordBackup } from '@viewpoints/published/transfer/record-export';
import { Command, InvalidArgumentError } from 'commander';
import { type Backup, listBackups, removeOldBackups } from '../backup/list-backups.ts';
import { type BackupStore, directoryStore } from '../backup/store.ts';
import { openArchive, verifyArchive, verifyMedia, verifyStored } from '../backup/verify-backup.ts';
import { type Written, writeBackup } from '../backup/write-backup.ts';
import { openDatabase } from '../database.ts';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';
import { isRecipient, readIdentities } from '../transfer/encryption.ts';
import { sayOver } from '../transfer/say-over.ts';

type Options = {
  plain?: boolean;
  recipient?: string[];
  keep?: number;
  verify?: boolean;
  identity?: string;
  json?: boolean;
};

export const backupCommand = new Command('backup')
  .description(
    'make a backup of everything this journal has, protected words and accounts included; it may be in use meanwhile',
  )
  .argument('<directory>', 'where backups are kept; with --verify, one of them or all')
  .option(
    '--recipient <key>',
    'encrypt it to a public key of age (age1…); may be given several times',
    (key: string, before: string[] = []) => [...before, key],
  )
  .option('--plain', 'do not encrypt it')
  .option('--keep <number>', 'remove the oldest, so that so many are left', parseKeep)
  .option('--verify', 'make none, but read those that are there and say whether they are whole')
  .option('--identity <file>', 'with --verify: the file with the secret key, to read what is in it')
  .option('--json', 'answer with JSON')
  .action(async (given: string, options: Options) => {
    const path = fromCaller(given);
    if (options.verify) return verify(path, options);
    const recipients = parseRecipients(options);
    const { written, removed } = await backUp(path, recipients, options.keep ?? null);
    const summary = { ...summaryOf(path, written), removed };
    if (options.json) console.log(JSON.stringify(summary, null, 2));
    else print(summary);
  });

function parseKeep(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 10_000) return number;
  throw new InvalidArgumentError('Use a whole number from 1.');
}

/** @throws {Failure} if it is not said, once, whether and to whom it is encrypted */
function parseRecipients({ plain = false, recipient = [], identity }: Options): string[] {
  if (identity !== undefined) throw new Failure('--identity is for --verify.');
  if (plain === recipient.length > 0)
    throw new Failure(
      plain
        ? 'A backup is either encrypted or plain: give --recipient or --plain, and not both.'
        : 'A backup holds what sources said in confidence, and the accounts. Give the public key that it is encrypted to, --recipient age1…, or say --plain.',
    );
  if (!recipient.every(isRecipient))
    throw new Failure(
      'This is no public key of age; it begins with age1 and is made with: age-keygen -o key.txt',
    );
  return recipient;
}

async function backUp(
  directory: string,
  recipients: string[],
  keep: number | null,
): Promise<{ written: Written; removed: number }> {
  const settings = loadSettings();
  await makePrivateDirectory(directory);
  const release = tryLock(join(directory, 'lock'));
  if (release === null) throw new Failure('Another backup is being written to this directory.');
  const progress = sayOver(process.stderr);
  try {
    const database = await openDatabase(settings, {
      join: true,
      say: (line) => console.error(line),
    });
    try {
      if ((await listPendingMigrations(database.url)).length > 0)
        throw new Failure('The database has not been prepared for this version. Run: npm start');
      // Otherwise the journal could not be used once it is restored.
      await checkSecret(database.url, settings.secret);
      const store = directoryStore(directory);
      const written = await withBackupSnapshot(database.url, (snapshot) =>
        writeBackup(snapshot, store, {
          ...{ media: openMediaStore(settings.storage), secret: settings.secret, recipients },
          seal: () => recordBackup(database.url, { encrypted: recipients.length > 0 }),
          onProgress: progress.say,
        }),
      );
      return { written, removed: keep === null ? 0 : await removeOldBackups(store, keep) };
    } finally {
      await database.stop();
    }
  } finally {
    progress.end();
    release();
  }
}

function summaryOf(directory: string, { backup, manifest, newMedia }: Written) {
  return {
    path: join(directory, backup.name),
    encrypted: backup.record.isEncrypted,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    media: manifest.media.length,
    newMedia,
    missingMedia: manifest.missingMedia,
  };
}

function print(summary: ReturnType<typeof summaryOf> & { removed: number }): void {
  const count = (number: number) => number.toLocaleString('en-GB');
  const { path, encrypted, rows, media, newMedia, missingMedia, removed } = summary;
  console.log(
    `Backed up ${count(rows)} rows and ${count(media)} pictures and files (${count(newMedia)} of them new) to ${path}, and read it back.`,
  );
  if (missingMedia.length > 0)
    console.log(
      `Storage lacks ${missingMedia.length} of the pictures and files that are named: ${missingMedia.join(', ')}`,
    );
  if (removed > 0)
    console.log(`Removed ${count(removed)} older ${removed === 1 ? 'one' : 'ones'}.`);
  console.log(
    encrypted
      ? 'It is encrypted. Whoever has the secret key can read all of it.'
      : 'It holds what sources said in confidence, the accounts and the secret, and is not encrypted. Keep it closed to others.',
  );
}

async function verify(path: string, { identity, json }: Options): Promise<void> {
  const identities = identity === undefined ? [] : await readIdentities(fromCaller(identity));
  const { store, backups } = await findBackups(path);
  const progress = sayOver(process.stderr);
  const results: { name: string; problem: string | null; isRead: boolean }[] = [];
  for (const backup of backups) {
    progress.say(`Reading ${backup.name} …`);
    const isRead = !backup.record.isEncrypted || identities.length > 0;
    const problem = await verifyOne(store, backup, isRead ? identities : null).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Error && error.name === 'TransferError') return error.message;
        throw error;
      },
    );
    results.push({ name: backup.name, problem, isRead });
  }
  progress.end();
  if (json) console.log(JSON.stringify(results, null, 2));
  else
    for (const { name, problem, isRead } of results) {
      const whole = isRead
        ? 'whole: everything in it was read'
        : 'as it was written; to read what is in it, give --identity';
      console.log(`${problem === null ? '✓' : '✗'} ${name}: ${problem ?? whole}`);
    }
  process.exitCode = results.every(({ problem }) => problem === null) ? 0 : 1;
}

async function verifyOne(
  store: BackupStore,
  backup: Backup,
  identities: string[] | null,
): Promise<void> {
  await verifyStored(store, backup);
  if (identities === null) return;
  const { isEncrypted } = backup.record;
  const { manifest } = await verifyArchive(
    openArchive(store, { name: backup.name, isEncrypted }, identities),
  );
  await verifyMedia(store, manifest.media, isEncrypted ? identities : null);
}

/**
 * The backups that a path means: one, or all of a directory, oldest first.
 * @throws {Failure} if there is none
 */
export async function findBackups(
  path: string,
): Promise<{ store: BackupStore; backups: Backup[] }> {
  const isOne = await stat(join(path, 'backup.json')).then(
    () => true,
    () => false,
  );
  const store = directoryStore(isOne ? dirname(path) : path);
  const all = await listBackups(store);
  const backups = isOne ? all.filter(({ name }) => name === basename(path)) : all;
  if (backups.length > 0) return { store, backups };
  throw new Failure(`There is no backup in ${path} that is whole.`);
}
