import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readFunctions } from '@viewpoints/postgres/functions/function-files';
import { repositoryPaths } from '@viewpoints/postgres/migrations/files';
import { takeMigrationTurn } from '@viewpoints/postgres/migrations/turn';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { journalSubject } from '../transfer/load-rows.ts';
import { forEachTable, putBack, takeReferences } from '../transfer/references.ts';
import { TransferError } from '../transfer/transfer-error.ts';
import type { CopiedJob, CopiedSequence } from './read-backup.ts';
import { copyOf } from './read-backup.ts';
import { setUpCopying } from './session.ts';
import { settleRestored } from './settle-restored.ts';
import { type CopiedTable, listTables } from './tables.ts';

/** Takes what a backup has into the database. */
type Restoration = {
  /** Inserts the rows of a table, in the text format of COPY; returns how many there were. */
  load: (table: CopiedTable, content: AsyncIterable<Uint8Array>) => Promise<number>;
};

/** What a backup has besides rows. */
type RestoredParts = {
  /** When the backup was made. */
  madeAt: string;
  sequences: readonly CopiedSequence[];
  jobs: readonly CopiedJob[];
  /** The hash of each SQL function that its database had, by name. */
  functions: Readonly<Record<string, string>>;
};

/** What this version has applied to the database: it stays. */
const ownFunctions = 'sql_function';

/** How long others that use the tables are waited for. */
const lockTimeout = '20s';

/**
 * Puts what `work` loads in the place of everything that the database has, in one transaction: in the
 * end it has all of it, or what it had. Its tables have to be those of the backup's migration.
 * @throws {TransferError} `in_use`, `locked`, `invalid_row`, `commit_unknown`, and what `work` throws
 */
export async function withRestoration(
  databaseUrl: string,
  { madeAt, sequences, jobs, functions }: RestoredParts,
  work: (restoration: Restoration) => Promise<void>,
): Promise<void> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'viewpoints-restore',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    const tables = await listTables(client);
    const names = tables.map(({ table }) => table);
    await setUpCopying(client);
    // It begins the transaction. A program that starts meanwhile waits for the turn.
    await takeMigrationTurn(client, () => {});
    await lock(client, names);
    await refusePrograms(client);
    const references = await takeReferences(client, names);
    await client.query(forEachTable(names, 'DISABLE TRIGGER USER'));
    const emptied = names.filter((name) => name !== ownFunctions).map((name) => `"${name}"`);
    await client.query(`TRUNCATE ${emptied.join(', ')}`);
    await work({ load: (table, content) => loadTable(client, tables, table, content) });
    await settleRestored(client, new Set(names));
    await client.query(putBack(references));
    await client.query(forEachTable(names, 'ENABLE TRIGGER USER'));
    await setSequences(client, sequences);
    await requestRebuilds(client, functions);
    await replaceJobs(client, jobs);
    await client.query(
      `INSERT INTO audit_record (id, at, action, subject_kind, subject_id, details)
       VALUES ($1, now(), 'settings.restore_backup', 'journal', $2, $3)`,
      [randomUUID(), journalSubject, { madeAt }],
    );
    await commit(client);
    // The server has no statistics of the new rows yet, and what follows reads many of them.
    await client.query('ANALYZE');
  } finally {
    // Whatever was not committed is gone with the connection.
    await client.end();
  }
}

async function lock(client: Client, names: readonly string[]): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = '${lockTimeout}'`);
  try {
    await client.query(
      `LOCK TABLE ${names.map((name) => `"${name}"`).join(', ')} IN ACCESS EXCLUSIVE MODE`,
    );
  } catch (error) {
    throw new TransferError(
      'locked',
      'Others use the database all the time. Stop them, and try again.',
      { cause: error },
    );
  }
  await client.query('SET LOCAL lock_timeout = 0');
}

/**
 * Refuses while programs of this journal are connected: they keep articles and pages of the journal
 * that was there.
 * @throws {TransferError} `in_use`
 */
export async function refusePrograms(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND application_name LIKE 'viewpoints-%'
       AND application_name NOT IN ('viewpoints-migrate', 'viewpoints-restore') ORDER BY 1`,
  );
  if (rows.length > 0)
    throw new TransferError(
      'in_use',
      `The journal runs (${rows.map(({ name }) => name).join(', ')}). Stop it on every machine, and try again.`,
    );
}

async function loadTable(
  client: Client,
  tables: readonly CopiedTable[],
  { table, columns }: CopiedTable,
  content: AsyncIterable<Uint8Array>,
): Promise<number> {
  const here = tables.find((each) => each.table === table);
  const same = [...columns].sort().join() === [...(here?.columns ?? [])].sort().join();
  if (!same)
    throw new TransferError(
      'invalid_row',
      `The table ${table} has other columns in this database.`,
    );
  const stream = client.query(copyFrom(`${copyOf(table, columns)} FROM STDIN`));
  try {
    await pipeline(Readable.from(content), stream);
  } catch (error) {
    if (error instanceof TransferError) throw error;
    // Never the words of the row, which may be protected.
    const code = (error as { code?: string }).code ?? 'unknown';
    throw new TransferError('invalid_row', `The rows of ${table} cannot be read (${code}).`);
  }
  return stream.rowCount ?? 0;
}

async function setSequences(client: Client, sequences: readonly CopiedSequence[]): Promise<void> {
  for (const { name, last } of sequences)
    await client.query('SELECT setval(quote_ident($1)::regclass, $2::bigint, $3)', [
      ...[name, last ?? '1', last !== null],
    ]);
}

/**
 * Requests rebuilds of what functions have stored that were others than those of this database. Where it has
 * none yet, since it is to be upgraded, the upgrade does it.
 */
async function requestRebuilds(
  client: Client,
  functions: RestoredParts['functions'],
): Promise<void> {
  const { rows: applied } = await client.query(
    `SELECT WHERE to_regclass('public.sql_function') IS NOT NULL`,
  );
  if (applied.length === 0) return;
  const { rows } = await client.query<{ name: string; hash: string }>(
    'SELECT name, hash FROM sql_function',
  );
  const changed = new Set(
    rows.filter(({ name, hash }) => functions[name] !== hash).map(({ name }) => name),
  );
  const names = (await readFunctions(repositoryPaths.functions)).flatMap(({ name, rebuild }) =>
    changed.has(name) ? rebuild : [],
  );
  await client.query(
    `INSERT INTO pending_rebuild (name) SELECT DISTINCT unnest($1::text[])
     ON CONFLICT (name) DO UPDATE SET requested_at = now(), done_until = NULL`,
    [names],
  );
}

async function replaceJobs(client: Client, jobs: readonly CopiedJob[]): Promise<void> {
  await client.query('DELETE FROM graphile_worker._private_jobs');
  await client.query(
    `SELECT graphile_worker.add_job(j.name, j.payload, queue_name => j.queue, run_at => j."runAt",
       max_attempts => j."mostAttempts", job_key => j.key, priority => j.priority)
     FROM jsonb_to_recordset($1::jsonb) AS j(name text, payload json, queue text, "runAt" timestamptz,
       "mostAttempts" int, key text, priority int)`,
    [JSON.stringify(jobs)],
  );
}

/** If the connection breaks before the answer, the rows may be stored all the same. */
async function commit(client: Client): Promise<void> {
  try {
    await client.query('COMMIT');
  } catch (cause) {
    throw new TransferError(
      'commit_unknown',
      'The database did not say whether it has stored the journal. Restore it again.',
      { cause },
    );
  }
}
