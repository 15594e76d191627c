import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { createSetupLink } from '@viewpoints/api/accounts/setup-link';
import { loadSample } from '@viewpoints/api/sample/load-sample';
import type { Settings } from '@viewpoints/config/env';
import { connectEditorial } from '@viewpoints/db/client';
import { openMediaStore } from '@viewpoints/pictures/store/open-store';
import { connectOwner } from '@viewpoints/postgres/migrations/connect-owner';
import { takePreparationTurn } from '@viewpoints/postgres/migrations/turn';
import { findReaderOpenings } from '@viewpoints/postgres/roles/confine-reader';
import {
  type PreparationProgress,
  prepareDatabase,
} from '@viewpoints/published/prepare/prepare-database';

/** The reading site's database URL, and the set-up link while there is no owner. */
type PreparedJournal = { readerUrl: string; setupUrl: string | null };

/**
 * Prepares a database for the product: migrated, with the sample journal if it was empty, with an
 * owner if the settings name one. Several processes may call it at once, on any machine: they take turns.
 */
export async function prepareJournal(
  databaseUrl: string,
  settings: Settings,
  say: (sentence: string) => void,
): Promise<PreparedJournal> {
  const turn = await connectOwner(databaseUrl);
  try {
    await takePreparationTurn(turn, () =>
      say('Waiting for another process to prepare the database …'),
    );
    return await prepareInTurn(databaseUrl, settings, say);
  } finally {
    await turn.end();
  }
}

async function prepareInTurn(
  databaseUrl: string,
  settings: Settings,
  say: (sentence: string) => void,
): Promise<PreparedJournal> {
  const readerUrl = await prepareDatabase(databaseUrl, {
    secret: settings.secret,
    readerUrl: settings.databaseReaderUrl,
    origins: [new URL(settings.readerUrl).origin],
    onProgress: (progress) => {
      if (progress.step === 'waiting') say('Waiting for another process to migrate the database …');
      if (progress.step === 'applying') say('Migrating the database …');
      if (progress.step === 'retrying') say(`Trying ${progress.migration} again …`);
      if (progress.step === 'filling') say(fillingSentence(progress));
    },
  });
  const { databases, here } = await findReaderOpenings(databaseUrl);
  if (databases.length + here.length > 0)
    say(
      'On this server the reading site’s database role may do more than it needs; npm run viewpoints -- doctor says what, and how to close it.',
    );
  const editorial = connectEditorial(databaseUrl, { poolSize: 2 });
  try {
    // Before the first account exists: the sample only goes into an empty journal.
    if (settings.sample) {
      const loaded = await loadSample({
        editorial,
        media: openMediaStore(settings.storage),
      });
      if (loaded) say('Loaded the sample journal, which is fiction.');
    }
    if (settings.owner !== null && (await ensureOwner({ editorial }, settings.owner)) !== null) {
      say(`Made the first account, ${settings.owner.email}.`);
    }
    const setupUrl = await createSetupLink({ editorial, adminUrl: settings.adminUrl });
    return { readerUrl, setupUrl };
  } finally {
    await editorial.$disconnect();
  }
}

function fillingSentence({ what, done, of }: PreparationProgress & { step: 'filling' }): string {
  const subject =
    what === 'joins' ? 'what articles cite and are related to' : 'what the search finds';
  const count = (number: number) => number.toLocaleString('en-GB');
  return `Working out ${subject}: ${count(done)} of ${count(of)} articles …`;
}
