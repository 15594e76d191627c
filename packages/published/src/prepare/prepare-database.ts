import { connectEditorial } from '@viewpoints/db/client';
import { queueMediaCleaning } from '@viewpoints/db/editorial/media-cleaning';
import { migrate } from '@viewpoints/postgres/migrations/migrate';
import type { MigrationProgress } from '@viewpoints/postgres/migrations/progress';
import { confineReader } from '@viewpoints/postgres/roles/confine-reader';
import { prepareRoles } from '@viewpoints/postgres/roles/roles';
import { checkSecret, claimSecret } from '@viewpoints/postgres/roles/secret-fingerprint';
import { ServerError } from '@viewpoints/postgres/server/server-check';
import { runMigrations } from 'graphile-worker';
import { prepareAnnouncementKey } from '../changes/announcement-key.ts';
import { enqueueCheck } from '../project/unchecked-articles.ts';
import { fillChanges } from './fill-changes.ts';
import type { FillProgress } from './fill-each.ts';
import { fillRelations } from './fill-relations.ts';
import { fillSearch } from './fill-search.ts';
import { enqueueRebuilds } from './rebuild/rebuild-stored.ts';

/** The current step, and its progress if it may take minutes. */
export type PreparationProgress =
  | MigrationProgress
  | ({ step: 'filling'; what: 'joins' | 'search' } & FillProgress);

/**
 * Makes a database ready for this version: our tables, those of the job queue, relations, the
 * search index, and the roles. Unchecked public texts are left to a job. Changes nothing if all is
 * well.
 * @param options.readerUrl DATABASE_READER_URL; null if it is to be derived from `secret`
 * @param options.origins origins of the reading site: a link there cites an article
 * @returns the address for the reading site
 * @throws {MigrationError | RolesError | ServerError}
 */
export async function prepareDatabase(
  databaseUrl: string,
  options: {
    onProgress?: (progress: PreparationProgress) => void;
    secret: string;
    readerUrl: string | null;
    origins?: readonly string[];
  },
): Promise<string> {
  const { onProgress, readerUrl, secret, origins = [] } = options;
  // Before anything is changed. If the server cannot be queried, the migrations report why.
  await checkSecret(databaseUrl, secret).catch((error: unknown) => {
    if (error instanceof ServerError) throw error;
  });
  await migrate(databaseUrl, onProgress === undefined ? {} : { onProgress });
  await claimSecret(databaseUrl, secret);
  await runMigrations({ connectionString: databaseUrl });
  await prepareAnnouncementKey(databaseUrl);
  await confineReader(databaseUrl);
  const filling = (what: 'joins' | 'search') => (progress: FillProgress) =>
    onProgress?.({ step: 'filling', what, ...progress });
  await fillRelations(databaseUrl, origins, filling('joins'));
  await fillSearch(databaseUrl, filling('search'));
  await fillChanges(databaseUrl);
  await queueUnfinished(databaseUrl);
  return readerUrl ?? prepareRoles(databaseUrl, secret);
}

/** Queues what an upgrade leaves to do while the journal runs. */
async function queueUnfinished(databaseUrl: string): Promise<void> {
  const editorial = connectEditorial(databaseUrl, { poolSize: 1 });
  try {
    await enqueueRebuilds(editorial);
    await enqueueCheck(editorial);
    await queueMediaCleaning(editorial);
  } finally {
    await editorial.$disconnect();
  }
}
