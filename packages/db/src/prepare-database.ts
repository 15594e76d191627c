import { runMigrations } from 'graphile-worker';
import { type MigrateOptions, migrate } from './migrate.ts';
import { fillSearch } from './published/fill-search.ts';
import { prepareRoles } from './roles.ts';

/**
 * Makes a database ready for this version: our tables, those of the job queue, what the search
 * looks in, and the roles.
 * Changes nothing where all is well.
 * @param options.readerUrl DATABASE_READER_URL; null where it is to be derived from `secret`
 * @returns the address for the reading site
 * @throws {MigrationError | RolesError}
 */
export async function prepareDatabase(
  databaseUrl: string,
  options: Pick<MigrateOptions, 'onProgress'> & { secret: string; readerUrl: string | null },
): Promise<string> {
  const { onProgress, readerUrl, secret } = options;
  await migrate(databaseUrl, onProgress === undefined ? {} : { onProgress });
  await runMigrations({ connectionString: databaseUrl });
  await fillSearch(databaseUrl);
  return readerUrl ?? prepareRoles(databaseUrl, secret);
}
