import { listKnownMigrations } from '@viewpoints/postgres/migrations/database-migration';
import { migrate } from '@viewpoints/postgres/migrations/migrate';
import { runMigrations } from 'graphile-worker';
import { TransferError } from '../transfer/transfer-error.ts';
import type { Target } from './inspect-target.ts';

/**
 * Refuses where the tables of a backup cannot be made in a database.
 * @param migration that of the backup
 * @throws {TransferError} `wrong_migration`
 */
export async function checkTarget({ migration: has, isEmpty }: Target, migration: string) {
  const known = await listKnownMigrations();
  const place = known.indexOf(migration);
  if (place === -1)
    throw new TransferError(
      'wrong_migration',
      `A newer version of Viewpoints made the backup, with the migration ${JSON.stringify(migration)}. Restore it with that version.`,
    );
  const isOlder = place < known.length - 1;
  if (isOlder && has !== '' && !(isEmpty && known.indexOf(has) <= place))
    throw new TransferError(
      'wrong_migration',
      'An earlier version made the backup. It is restored into a new database, and upgraded there: give DATABASE_URL or DATA_DIR a new one.',
    );
}

/**
 * Makes the tables of a backup's version, with none of its rows. Begun again if it was interrupted.
 * @param migration that of the backup
 */
export async function prepareTarget(
  databaseUrl: string,
  target: Target,
  migration: string,
): Promise<void> {
  if (target.migration !== migration) {
    const isCurrent = migration === (await listKnownMigrations()).at(-1);
    await migrate(databaseUrl, isCurrent ? {} : { upTo: migration });
  }
  await runMigrations({ connectionString: databaseUrl });
}
