import type { Settings } from '@viewpoints/config/env';
import { prepareDatabase } from '@viewpoints/db/prepare-database';

/**
 * Brings a database to where the product can run on it: migrated, with the sample journal where it
 * was empty, with an owner where the settings name one.
 * @returns the reading site's way into the database, and the set-up link while nobody owns it
 */
export async function prepareJournal(
  databaseUrl: string,
  settings: Settings,
  say: (sentence: string) => void,
): Promise<{ readerUrl: string; setupUrl: string | null }> {
  const readerUrl = await prepareDatabase(databaseUrl, {
    secret: settings.secret,
    readerUrl: settings.databaseReaderUrl,
    onProgress: (progress) => {
      if (progress.step === 'waiting') say('Waiting for another process to migrate the database …');
      if (progress.step === 'applying') say('Migrating the database …');
      if (progress.step === 'retrying') say(`Trying ${progress.migration} again …`);
    },
  });
  return { readerUrl, setupUrl: null };
}
