import { createReaderCaller } from '@viewpoints/api/reader-caller';
import { loadSettings, type Settings } from '@viewpoints/config/env';
import type { ExportManifest } from '@viewpoints/domain/transfer/export-manifest';
import { openMediaStore } from '@viewpoints/pictures/store/open-store';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { readerUrl as readersUrl } from '@viewpoints/postgres/roles/roles';
import { withSnapshot } from '@viewpoints/published/transfer/read-snapshot';
import { recordExport } from '@viewpoints/published/transfer/record-export';
import { withTarget } from '@viewpoints/published/transfer/with-target';
import { Command } from 'commander';
import { openDatabase } from '../database.ts';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';
import { isRecipient } from '../transfer/encryption.ts';
import { exportEntries } from '../transfer/export-entries.ts';
import { publicEntries } from '../transfer/public-entries.ts';
import { sayOver } from '../transfer/say-over.ts';
import { type Target, writeTarget } from '../transfer/write-target.ts';

type Options = { plain?: boolean; recipient?: string[]; public?: boolean; json?: boolean };

/** What was written, of whichever export. */
type Written = Pick<ExportManifest, 'files' | 'missingMedia'>;

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
  .option('--public', 'only what readers may see, as JSON and Markdown')
  .option('--json', 'answer with JSON')
  .action(async (given: string, options: Options) => {
    const path = fromCaller(given);
    const target = options.public ? parsePublic(path, options) : parseTarget(path, options);
    const written = await withDatabase((url, settings) =>
      withTarget(url, target.path, () =>
        options.public ? exportPublic(target, url, settings) : exportJournal(target, url, settings),
      ),
    );
    if (options.json) console.log(JSON.stringify(summaryOf(target, written), null, 2));
    else print(target, written, options.public === true);
  });

/** @throws {Failure} if it is to be encrypted */
function parsePublic(path: string, { plain = false, recipient = [] }: Options): Target {
  if (plain || recipient.length > 0)
    throw new Failure('What readers may see needs no key: give --public alone.');
  if (path.endsWith('.age'))
    throw new Failure('A name that ends in .age is for an encrypted export. Give it another.');
  return { path, form: path.endsWith('.tar') ? 'file' : 'directory', recipients: [] };
}

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

async function exportJournal(target: Target, url: string, { storage }: Settings): Promise<Written> {
  const progress = sayOver(process.stderr);
  let manifest: Written | null = null;
  try {
    await withSnapshot(url, (snapshot) =>
      writeTarget(
        target,
        exportEntries(snapshot, {
          media: openMediaStore(storage),
          onManifest: (written) => {
            manifest = written;
          },
          onProgress: ({ what, done, of }) => progress.say(`${done} of ${of} tables: ${what}`),
        }),
        () => recordExport(url, { scope: 'whole', encrypted: target.recipients.length > 0 }),
      ),
    );
  } finally {
    progress.end();
  }
  return whole(manifest);
}

async function exportPublic(
  target: Target,
  url: string,
  { databaseReaderUrl, secret, storage, readerUrl }: Settings,
): Promise<Written> {
  const reader = createReaderCaller({
    databaseUrl: databaseReaderUrl ?? readersUrl(url, secret),
    ...{ snapshot: true, log: quiet },
  });
  let manifest: Written | null = null;
  try {
    await writeTarget(
      target,
      publicEntries(reader, {
        ...{ media: openMediaStore(storage), siteUrl: readerUrl },
        onManifest: (written) => {
          manifest = written;
        },
      }),
      () => recordExport(url, { scope: 'public', encrypted: false }),
    );
  } finally {
    await reader.close();
  }
  return whole(manifest);
}

/** What goes wrong ends the command, which says so. */
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

function whole(manifest: Written | null): Written {
  if (manifest === null) throw new Error('Nothing was written.');
  return manifest;
}

async function withDatabase<Result>(
  work: (url: string, settings: Settings) => Promise<Result>,
): Promise<Result> {
  const settings = loadSettings();
  const database = await openDatabase(settings, { join: true, say: (line) => console.error(line) });
  try {
    if ((await listPendingMigrations(database.url)).length > 0)
      throw new Failure('The database has not been prepared for this version. Run: npm start');
    return await work(database.url, settings);
  } finally {
    await database.stop();
  }
}

function summaryOf({ path, recipients }: Target, { files, missingMedia }: Written) {
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

function print(target: Target, written: Written, isPublic: boolean): void {
  const { path, encrypted, rows, media, missingMedia } = summaryOf(target, written);
  const count = (number: number) => number.toLocaleString('en-GB');
  const what = isPublic
    ? `what readers may see, ${count(written.files.length)} files,`
    : `${count(rows)} rows and ${count(media)} pictures and files`;
  console.log(`Exported ${what} to ${path}.`);
  if (missingMedia.length > 0)
    console.log(
      `Storage lacks ${missingMedia.length} of the pictures and files that are named: ${missingMedia.join(', ')}`,
    );
  if (isPublic) return;
  console.log(
    encrypted
      ? 'It is encrypted. Whoever has the secret key can read all of it.'
      : 'It holds what sources said in confidence, and is not encrypted. Keep it closed to others.',
  );
}
