import { runMigrations } from 'graphile-worker';
import { type MigrateOptions, migrate } from './migrate.ts';
import { fillJoins } from './published/fill-joins.ts';
import { fillSearch } from './published/fill-search.ts';
import { prepareRoles } from './roles.ts';

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
  options: Pick<MigrateOptions, 'onProgress'> & {
    secret: string;
    readerUrl: string | null;
    origins?: readonly string[];
  },
): Promise<string> {
  const { onProgress, readerUrl, secret, origins = [] } = options;
  await migrate(databaseUrl, onProgress === undefined ? {} : { onProgress });
  await runMigrations({ connectionString: databaseUrl });
  await fillJoins(databaseUrl, origins);
  await fillSearch(databaseUrl);
  return readerUrl ?? prepareRoles(databaseUrl, secret);
}
