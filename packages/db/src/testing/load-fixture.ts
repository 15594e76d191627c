import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { migrate } from '@viewpoints/postgres/migrations/migrate';
import { runSql } from './run-sql.ts';
import { createDatabaseFrom, type TestDatabase } from './test-database.ts';

/** A database left by an earlier version, for tests of upgrades. */
export type Fixture = {
  /** Folder with `data.sql.gz`, every row of our own tables as SQL (absolute path). */
  directory: string;
  /** Name of the last migration that version had. */
  migration: string;
};

/** The rows came with their numbers; the next ones have to follow those. */
const continueSequences = `
  DO $$
  DECLARE one record;
  BEGIN
    FOR one IN
      SELECT d.objid::regclass AS sequence, d.refobjid::regclass AS of, a.attname AS number FROM pg_depend d
      JOIN pg_sequence ON seqrelid = d.objid
      JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'a'
    LOOP
      EXECUTE format('SELECT setval(%L, greatest(max(%I), 1)) FROM %s', one.sequence, one.number, one.of);
    END LOOP;
  END $$`;

/**
 * A database of a test's own as an earlier version left it: its tables and its rows. The queue's
 * tables are missing, and no later migration has been applied; `prepareDatabase` upgrades it. Until
 * then read it with SQL: `editorial` and `reader` take the tables of this version for granted.
 * @throws {MigrationError} if the fixture's migration is gone
 */
export function loadFixture({ directory, migration }: Fixture): Promise<TestDatabase> {
  return createDatabaseFrom('template0', async (url) => {
    await migrate(url, { upTo: migration });
    const data = await readFile(join(directory, 'data.sql.gz'));
    await runSql(url, gunzipSync(data).toString('utf8'));
    await runSql(url, continueSequences);
  });
}
