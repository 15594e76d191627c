import { loadSettings } from '@viewpoints/config/env';
import type { ExportManifest } from '@viewpoints/domain/transfer/export-manifest';
import { openMediaStore } from '@viewpoints/pictures/store/open-store';
import { prepareDatabase } from '@viewpoints/published/prepare/prepare-database';
import { finishImport } from '@viewpoints/published/transfer/finish-import';
import { Command } from 'commander';
import { openDatabase } from '../database.ts';
import { fromCaller } from '../from-caller.ts';
import { readIdentities } from '../transfer/encryption.ts';
import { loadExport } from '../transfer/load-export.ts';
import { openSource } from '../transfer/open-source.ts';
import { sayOver } from '../transfer/say-over.ts';
import { verifyExport } from '../transfer/verify-export.ts';

type Options = { identity?: string; json?: boolean };

export const journalCommand = new Command('journal')
  .description('take an export of a whole journal into this one, which has to be empty')
  .argument('<export>', 'what viewpoints export wrote: a directory or a file')
  .option('--identity <file>', 'the file with the secret key, for an encrypted export')
  .option('--json', 'answer with JSON')
  .action(async (given: string, { identity, json }: Options) => {
    const identities = identity === undefined ? [] : await readIdentities(fromCaller(identity));
    const manifest = await importJournal(fromCaller(given), identities);
    const rows = manifest.files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
    const media = manifest.files.filter(({ name }) => name.startsWith('media/')).length;
    const { missingMedia } = manifest;
    if (json) console.log(JSON.stringify({ rows, media, missingMedia }, null, 2));
    else
      console.log(
        `Imported ${rows.toLocaleString('en-GB')} rows and ${media.toLocaleString('en-GB')} pictures and files.
Passwords, passkeys and second factors are in no export. Let people in again, each by a link: npm run viewpoints -- user reset-password <email>`,
      );
  });

async function importJournal(path: string, identities: string[]): Promise<ExportManifest> {
  const settings = loadSettings();
  const progress = sayOver(process.stderr);
  const source = await openSource(path, identities);
  progress.say('Reading the export to its end …');
  const manifest = await verifyExport(source).finally(() => progress.end());
  const database = await openDatabase(settings, { join: true, say: (line) => console.error(line) });
  try {
    // So that a journal can begin with an import.
    await prepareDatabase(database.url, {
      ...{ secret: settings.secret, readerUrl: settings.databaseReaderUrl },
      origins: [new URL(settings.readerUrl).origin],
    });
    await loadExport(source, manifest, {
      ...{ databaseUrl: database.url, media: openMediaStore(settings.storage) },
      onTable: (table) => progress.say(`Taking in ${table}`),
    });
    await finishImport(database.url, ({ done, of }) =>
      progress.say(`Working out what the search finds: ${done} of ${of} articles`),
    );
    return manifest;
  } finally {
    progress.end();
    await database.stop();
  }
}
