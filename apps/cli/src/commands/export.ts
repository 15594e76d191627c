import { loadSettings } from '@viewpoints/config/env';
import type { ExportManifest } from '@viewpoints/domain/transfer/export-manifest';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { withSnapshot } from '@viewpoints/published/transfer/read-snapshot';
import { recordExport } from '@viewpoints/published/transfer/record-export';
import { Command } from 'commander';
import { openDatabase } from '../database.ts';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';
import { isRecipient } from '../transfer/encryption.ts';
import { exportEntries } from '../transfer/export-entries.ts';
import { sayOver } from '../transfer/say-over.ts';
import { type Target, writeTarget } from '../transfer/write-target.ts';

type Options = { plain?: boolean; recipient?: string[]; json?: boolean };

export const exportCommand = new Command('export')
  .description(
    'write everything that this journal has to a directory or a file, protected words included; it may be in use meanwhile',
  )
  .argument('<target>', 'a new directory, or a file: .tar, or .tar.age where it is encrypted')
  .option(
    '--recipient <key>',
    'encrypt it to a public key of age (age1…); may be given several times',
    (key: string, before: string[] = []) => [...before, key],
  )
  .option('--plain', 'do not encrypt it')
  .option('--json', 'answer with JSON')
  .action(async (given: string, options: Options) => {
    const target = parseTarget(fromCaller(given), options);
    const manifest = await exportJournal(target);
    if (options.json) console.log(JSON.stringify(summaryOf(target, manifest), null, 2));
    else print(target, manifest);
  });

/** @throws {Failure} if it is not said, once, whether and to whom it is encrypted */
function parseTarget(path: string, { plain = false, recipient = [] }: Options): Target {
  if (plain === recipient.length > 0)
    throw new Failure(
      plain
        ? 'An export is either encrypted or plain: give --recipient or --plain, and not both.'
        : 'An export holds what sources said in confidence. Give the public key that it is encrypted to, --recipient age1…, or say --plain.',
    );
  const wrong = recipient.find((key) => !isRecipient(key));
  if (wrong !== undefined)
    throw new Failure(
      'This is no public key of age; it begins with age1 and is made with: age-keygen -o key.txt',
    );
  if (!plain && !path.endsWith('.tar.age'))
    throw new Failure('An encrypted export is one file. Give it a name that ends in .tar.age.');
  if (plain && path.endsWith('.age'))
    throw new Failure('A name that ends in .age is for an encrypted export. Give it another.');
  const form = plain && !path.endsWith('.tar') ? 'directory' : 'file';
  return { path, form, recipients: recipient };
}

async function exportJournal(target: Target): Promise<ExportManifest> {
  const settings = loadSettings();
  const database = await openDatabase(settings, { join: true, say: (line) => console.error(line) });
  const progress = sayOver(process.stderr);
  try {
    if ((await listPendingMigrations(database.url)).length > 0)
      throw new Failure('The database has not been prepared for this version. Run: npm start');
    let manifest: ExportManifest | null = null;
    await withSnapshot(database.url, (snapshot) =>
      writeTarget(
        target,
        exportEntries(snapshot, {
          mediaDirectory: settings.mediaDirectory,
          onManifest: (written) => {
            manifest = written;
          },
          onProgress: ({ what, done, of }) => progress.say(`${done} of ${of} tables: ${what}`),
        }),
        () =>
          recordExport(database.url, { scope: 'whole', encrypted: target.recipients.length > 0 }),
      ),
    );
    if (manifest === null) throw new Error('Nothing was written.');
    return manifest;
  } finally {
    progress.end();
    await database.stop();
  }
}

function summaryOf({ path, recipients }: Target, { files, missingMedia }: ExportManifest) {
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  return {
    path,
    encrypted: recipients.length > 0,
    rows: sum(files.map(({ rows }) => rows ?? 0)),
    media: files.filter(({ name }) => name.startsWith('media/')).length,
    bytes: sum(files.map(({ bytes }) => bytes)),
    missingMedia,
  };
}

function print(target: Target, manifest: ExportManifest): void {
  const { path, encrypted, rows, media, missingMedia } = summaryOf(target, manifest);
  const count = (number: number) => number.toLocaleString('en-GB');
  console.log(`Exported ${count(rows)} rows and ${count(media)} pictures and files to ${path}.`);
  if (missingMedia.length > 0)
    console.log(
      `Storage lacks ${missingMedia.length} of those that rows name: ${missingMedia.join(', ')}`,
    );
  console.log(
    encrypted
      ? 'It is encrypted. Whoever has the secret key can read all of it.'
      : 'It holds what sources said in confidence, and is not encrypted. Keep it closed to others.',
  );
}
