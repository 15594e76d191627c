import { loadSettings } from '@viewpoints/config/env';
import { Command } from 'commander';
import { openDatabase } from '../database.ts';
import { prepareJournal } from '../journal.ts';

export const prepareCommand = new Command('prepare')
  .description(
    'migrate the database and make its roles, so that programs can be started one by one; says the set-up link while nobody owns the journal',
  )
  .option(
    '--reader-url',
    'also say what DATABASE_READER_URL is for a reading site that is started by itself; it has a password',
  )
  .option('--json', 'answer with JSON')
  .action(async ({ readerUrl: saysReaderUrl, json }: { readerUrl?: boolean; json?: boolean }) => {
    const settings = loadSettings();
    // Standard output is for the answer.
    const say = (sentence: string) => console.error(sentence);
    const database = await openDatabase(settings, { join: true, say });
    try {
      const { setupUrl, readerUrl } = await prepareJournal(database.url, settings, say);
      const said = saysReaderUrl ? { setupUrl, readerUrl } : { setupUrl };
      if (json) console.log(JSON.stringify(said, null, 2));
      else {
        console.log(sentenceOf(setupUrl));
        if (saysReaderUrl) console.log(`DATABASE_READER_URL=${readerUrl}`);
      }
    } finally {
      await database.stop();
    }
  });

const sentenceOf = (setupUrl: string | null) =>
  setupUrl === null
    ? 'The database is prepared.'
    : `The database is prepared. Nobody owns this journal yet. Make the first account here, once:\n${setupUrl}`;
