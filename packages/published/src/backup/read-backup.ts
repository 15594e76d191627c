import { findDatabaseMigration } from '@viewpoints/postgres/migrations/database-migration';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { tablesNotBackedUp } from './not-backed-up.ts';
import { setUpCopying } from './session.ts';
import { type CopiedTable, listTables } from './tables.ts';

/** A sequence, and the last number that it gave; null if it has given none. */
export type CopiedSequence = { name: string; last: string | null };

/** A job that waits. */
export type CopiedJob = {
  name: string;
  payload: unknown;
  key: string | null;
  queue: string | null;
  runAt: string;
  priority: number;
  mostAttempts: number;
};

/** A picture or file that rows name. */
export type CopiedMedia = { id: string; isCleaned: boolean };

/** All that the database has, at one moment. */
export type BackupSnapshot = {
  madeAt: string;
  /** The last migration of the database. */
  migration: string;
  tables: CopiedTable[];
  /** The rows of a table in the text format of COPY: one row ends with each line end. */
  copy: (table: CopiedTable) => AsyncIterable<Buffer>;
  sequences: CopiedSequence[];
  jobs: CopiedJob[];
  media: CopiedMedia[];
  /** The hash of each SQL function, by name. */
  functions: Record<string, string>;
};

/**
 * Reads everything in one read-only transaction, whatever is written meanwhile.
 * @throws {MigrationError} if the database cannot be reached
 */
export async function withBackupSnapshot<Result>(
  databaseUrl: string,
  work: (snapshot: BackupSnapshot) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'viewpoints-backup',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await setUpCopying(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Before the first query, which decides what is seen: no migration can change a table from here on.
    const names = await listTablesApart(databaseUrl);
    await client.query(
      `LOCK TABLE ${names.map((name) => `"${name}"`).join(', ')} IN ACCESS SHARE MODE`,
    );
    const tables = (await listTables(client)).filter(({ table }) => !tablesNotBackedUp.has(table));
    const { rows } = await client.query<{ now: Date }>('SELECT now()');
    return await work({
      madeAt: rows[0]?.now.toISOString() ?? '',
      migration: await findDatabaseMigration(client),
      tables,
      copy: ({ table, columns }) => client.query(copyTo(`${copyOf(table, columns)} TO STDOUT`)),
      sequences: await listSequences(client),
      jobs: await listJobs(client),
      media: await listMedia(client, tables),
      functions: await listFunctionHashes(client),
    });
  } finally {
    await client.end();
  }
}

/** The part of a COPY that both directions have. */
export const copyOf = (table: string, columns: readonly string[]): string =>
  `COPY "${table}" (${columns.map((column) => `"${column}"`).join(', ')})`;

async function listTablesApart(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await listTables(client)).map(({ table }) => table);
  } finally {
    await client.end();
  }
}

async function listSequences(client: Client): Promise<CopiedSequence[]> {
  const { rows } = await client.query<CopiedSequence>(
    `SELECT sequencename::text AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'public' ORDER BY sequencename COLLATE "C"`,
  );
  return rows;
}

async function listJobs(client: Client): Promise<CopiedJob[]> {
  const { rows: present } = await client.query(
    `SELECT WHERE to_regclass('graphile_worker._private_jobs') IS NOT NULL`,
  );
  if (present.length === 0) return [];
  const { rows } = await client.query<CopiedJob & { runAt: Date }>(
    `SELECT t.identifier AS name, j.payload, j.key, q.queue_name AS queue, j.run_at AS "runAt", j.priority,
            j.max_attempts AS "mostAttempts"
     FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id ORDER BY j.id`,
  );
  return rows.map((row) => ({ ...row, runAt: row.runAt.toISOString() }));
}

async function listMedia(client: Client, tables: readonly CopiedTable[]): Promise<CopiedMedia[]> {
  const has = (table: string, column: string) =>
    tables.some((each) => each.table === table && each.columns.includes(column));
  const isCleaned = has('media', 'cleaning') ? `cleaning = 'done'` : 'false';
  const inTrash = has('trash_item', 'kind')
    ? `UNION SELECT id::text, false FROM trash_item WHERE kind = 'media'`
    : '';
  const { rows } = await client.query<CopiedMedia>(
    `SELECT id::text, ${isCleaned} AS "isCleaned" FROM media ${inTrash} ORDER BY 1`,
  );
  return rows;
}

async function listFunctionHashes(client: Client): Promise<Record<string, string>> {
  const { rows: present } = await client.query(
    `SELECT WHERE to_regclass('public.sql_function') IS NOT NULL`,
  );
  if (present.length === 0) return {};
  const { rows } = await client.query<{ name: string; hash: string }>(
    'SELECT name, hash FROM sql_function ORDER BY name',
  );
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
