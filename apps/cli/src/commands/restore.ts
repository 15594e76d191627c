import { join } from 'node:path';
import { confirm } from '@inquirer/prompts';
import { writeDurably } from '@viewpoints/config/durable-file';
import { loadSettings, type Settings } from '@viewpoints/config/env';
import { openMediaStore } from '@viewpoints/pictures/store/open-store';
import { fingerprintOf } from '@viewpoints/postgres/roles/secret-fingerprint';
import { inspectTarget, type Target } from '@viewpoints/published/backup/inspect-target';
import { checkTarget, prepareTarget } from '@viewpoints/published/backup/prepare-target';
import { prepareDatabase } from '@viewpoints/published/prepare/prepare-database';
import { Command } from 'commander';
import type { ArchiveContents } from '../backup/archive.ts';
import type { Backup } from '../backup/list-backups.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { openArchive, verifyArchive, verifyStored } from '../backup/verify-backup.ts';
import { type Database, openDatabase } from '../database.ts';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';
import { readIdentities } from '../transfer/encryption.ts';
import { sayOver } from '../transfer/say-over.ts';
import { findBackups } from './backup.ts';

type Options = { identity?: string; yes?: boolean; json?: boolean };

export const restoreCommand = new Command('restore')
  .description(
    'put a backup in the place of the journal that is here, or of none; the journal has to be stopped',
  )
  .argument('<backup>', 'one backup, or the directory of backups for the newest')
  .option('--identity <file>', 'the file with the secret key, for an encrypted backup')
  .option('--yes', 'do not ask before a journal is replaced')
  .option('--json', 'answer with JSON')
  .action(async (given: string, options: Options) => {
    const restored = await restore(fromCaller(given), options);
    if (options.json) console.log(JSON.stringify(restored, null, 2));
    else print(restored);
  });

async function restore(path: string, { identity, yes = false }: Options) {
  const identities = identity === undefined ? [] : await readIdentities(fromCaller(identity));
  const { store, backups } = await findBackups(path);
  const backup = backups.at(-1);
  if (backup === undefined) throw new Failure(`There is no backup in ${path}.`);
  const { name, record } = backup;
  if (record.isEncrypted && identities.length === 0)
    throw new Failure(
      'The backup is encrypted. Give the file with the secret key: --identity <file>.',
    );
  const settings = loadSettings();
  const progress = sayOver(process.stderr);
  progress.say('Reading the backup to its end …');
  let database: Database | null = null;
  try {
    await verifyStored(store, backup);
    const entries = openArchive(store, { name, isEncrypted: record.isEncrypted }, identities);
    const contents = await verifyArchive(entries);
    database = await openDatabase(settings, { join: true, say: (line) => console.error(line) });
    const target = await inspectTarget(database.url);
    await checkTarget(target, record.migration);
    checkSecret(settings, contents, target);
    progress.end();
    if (!target.isEmpty && !yes) await ask(backup);
    const secret = await takeSecret(settings, contents);
    await prepareTarget(database.url, target, record.migration);
    await restoreBackup(store, backup, contents, {
      ...{ databaseUrl: database.url, media: openMediaStore(settings.storage), identities },
      ...{ cleanedMedia: target.cleanedMedia, onProgress: progress.say },
    });
    progress.say('Preparing the database …');
    await prepareDatabase(database.url, {
      ...{ secret, readerUrl: settings.databaseReaderUrl },
      origins: [new URL(settings.readerUrl).origin],
    });
    const { tables, media, missingMedia, madeAt } = contents.manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return { backup: name, madeAt, rows, media: media.length, missingMedia };
  } finally {
    progress.end();
    await database?.stop();
  }
}

/**
 * The secret of the backup has to be the one of the journal that it replaces: otherwise it is another journal.
 * @throws {Failure}
 */
function checkSecret(settings: Settings, { secret }: ArchiveContents, { isEmpty }: Target): void {
  if (secret === settings.secret) return;
  if (!isEmpty)
    throw new Failure(
      'There is another journal here, with another SECRET. Restore the backup into an empty one: give DATABASE_URL or DATA_DIR a new one.',
    );
  if (settings.isSecretSet)
    throw new Failure(
      'The SECRET that is set is not the one of the backup. Leave SECRET out: the backup brings it, and it is put into DATA_DIR/secret.',
    );
}

/** Before the rows: an empty installation has nothing that its own secret is needed for. */
async function takeSecret(settings: Settings, { secret }: ArchiveContents): Promise<string> {
  if (fingerprintOf(secret) !== fingerprintOf(settings.secret))
    await writeDurably(join(settings.dataDir, 'secret'), Buffer.from(`${secret}\n`));
  return secret;
}

async function ask({ record }: Backup): Promise<void> {
  const question = `There is a journal here. Everything in it is replaced by what it was on ${record.madeAt}, and is lost.`;
  if (!process.stdin.isTTY) throw new Failure(`${question} Say --yes if that is what you want.`);
  if (!(await confirm({ message: `${question} Go on?`, default: false })))
    throw new Failure('Nothing was changed.');
}

function print({ backup, madeAt, rows, media, missingMedia }: Awaited<ReturnType<typeof restore>>) {
  const count = (number: number) => number.toLocaleString('en-GB');
  console.log(
    `Restored ${count(rows)} rows and ${count(media)} pictures and files from ${backup}.`,
  );
  if (missingMedia.length > 0)
    console.log(`The backup lacks pictures and files that are named: ${missingMedia.join(', ')}`);
  console.log(
    `The journal is what it was on ${madeAt}. Everybody signs in again. Messages that waited are not sent, and webhooks are paused.
What was taken from people and programs since then, they have again: look through the accounts, access tokens and links.
Start it: npm start`,
  );
}
