import { runMigrations } from 'graphile-worker';
import { confineReader } from './confine-reader.ts';
import { type MigrationProgress, migrate } from './migrate.ts';
import { prepareAnnouncementKey } from './published/announcement-key.ts';
import type { FillProgress } from './published/fill-each.ts';
import { fillJoins } from './published/fill-joins.ts';
import { fillSearch } from './published/fill-search.ts';
import { prepareRoles } from './roles.ts';

/** What is being done, and how far it is where it may take minutes. */
export type PreparationProgress =
  | MigrationProgress
  | ({ step: 'filling'; what: 'joins' | 'search' } & FillProgress);

/**
 * Makes a database ready for this version: our tables, those of the job queue, what joins pieces
 * and what the search looks in, and the roles. Changes nothing where all is well.
 * @param options.readerUrl DATABASE_READER_URL; null where it is to be derived from `secret`
 * @param options.origins where the reading site answers: an article that links there cites a piece
 * @returns the address for the reading site
 * @throws {MigrationError | RolesError}
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
  await migrate(databaseUrl, onProgress === undefined ? {} : { onProgress });
  await runMigrations({ connectionString: databaseUrl });
  await prepareAnnouncementKey(databaseUrl);
  await confineReader(databaseUrl);
  const filling = (what: 'joins' | 'search') => (progress: FillProgress) =>
    onProgress?.({ step: 'filling', what, ...progress });
  await fillJoins(databaseUrl, origins, filling('joins'));
  await fillSearch(databaseUrl, filling('search'));
  return readerUrl ?? prepareRoles(databaseUrl, secret);
}
