import { randomUUID } from 'node:crypto';
import { Client, DatabaseError } from 'pg';
import type { ZodType } from 'zod';
import { exportedTables, installationActs } from './exported-models.ts';
import { tableNamed } from './read-snapshot.ts';
import { forEachTable, putBack, takeReferences } from './references.ts';
import { rowSchema, withoutWords } from './row-schemas.ts';
import { type Column, readColumns } from './table-columns.ts';
import { TransferError } from './transfer-error.ts';

/** Takes the rows of an export into a journal that has none. */
export type Loader = {
  /** Inserts the rows of a table, each a line of JSON; returns how many there were. */
  load: (table: string, lines: AsyncIterable<string>) => Promise<number>;
  /** Ids of pictures and files that the rows so far name. */
  mediaIds: () => Promise<string[]>;
};

/** What the audit record calls the journal, of which there is one. */
export const journalSubject = '00000000-0000-7000-8000-000000000001';

/**
 * Runs `work` in one transaction: all rows are there in the end, or none. Rows are written as they are: what
 * fires on a change is off, since nothing changes, but nothing is public against its terms and no tree goes round
 * in a circle. References are checked once all rows are there.
 * @throws {TransferError} `not_empty`, `locked`, `invalid_row`, `against_terms`, and what `work` throws
 */
export async function withLoader<Result>(
  databaseUrl: string,
  work: (loader: Loader) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'viewpoints-import',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN');
    await lockEmpty(client);
    const columns = await readColumns(client);
    await client.query('DELETE FROM public_change_count');
    const references = await takeReferences(client, tables);
    await setTriggers(client);
    const result = await work({
      load: (table, lines) => loadTable(client, table, columns.get(table) ?? [], lines),
      mediaIds: () => listMediaIds(client),
    });
    await refusing('references', () => client.query(putBack(references)));
    await client.query(forEach('ENABLE TRIGGER USER'));
    await setSequences(client);
    await addJobs(client);
    await client.query(
      `INSERT INTO audit_record (id, at, action, subject_kind, subject_id, details)
       VALUES ($1, now(), 'settings.import_journal', 'journal', $2, '{}')`,
      [randomUUID(), journalSubject],
    );
    await commit(client);
    return result;
  } finally {
    // Whatever was not committed is gone with the connection.
    await client.end();
  }
}

/** If the connection breaks before the answer, the rows may be stored all the same. */
async function commit(client: Client): Promise<void> {
  try {
    await client.query('COMMIT');
  } catch (cause) {
    throw new TransferError(
      'commit_unknown',
      'The database did not say whether it has stored the journal. Import it again: if it is stored, that is refused.',
      { cause },
    );
  }
}

/** How long other programs that use the tables are waited for. */
const lockTimeout = '20s';

async function lockEmpty(client: Client): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = '${lockTimeout}'`);
  const names = exportedTables.map(({ table }) => `"${table}"`);
  try {
    await client.query(`LOCK TABLE ${names.join(', ')} IN ACCESS EXCLUSIVE MODE`);
  } catch (error) {
    throw new TransferError(
      'locked',
      'Other programs use the database all the time. Stop the journal, and try again.',
      { cause: error },
    );
  }
  const conditions: Record<string, string> = {
    audit_record: `WHERE action <> ALL (ARRAY[${installationActs.map((act) => `'${act}'`).join(', ')}])`,
    public_change_count: 'WHERE last > 0',
  };
  const { rows } = await client.query<{ table: string }>(
    exportedTables
      .map(
        ({ table }) =>
          `SELECT '${table}' AS table WHERE EXISTS (SELECT FROM "${table}" ${conditions[table] ?? ''})`,
      )
      .join(' UNION ALL '),
  );
  if (rows.length === 0) return;
  const full = rows.map(({ table }) => table.replaceAll('_', ' '));
  const some = full.length > 8 ? [...full.slice(0, 8), `${full.length - 8} more`] : full;
  throw new TransferError(
    'not_empty',
    `This journal is not empty: it has rows of ${some.join(', ')}. An export is taken into an empty journal alone: give DATA_DIR or DATABASE_URL a new one, and start it with SAMPLE=off.`,
  );
}

const tables = exportedTables.map(({ table }) => table);

/** The same for each table, in one call. */
const forEach = (change: string): string => forEachTable(tables, change);

/** The triggers that check rows at an import as well, by the tables that they guard. */
export const guards = {
  actor: 'actor_no_circle',
  issue: 'issue_no_circle',
  supersession: 'supersession_no_circle',
  published_finding: 'published_finding_terms',
  published_source: 'published_source_terms',
};

async function setTriggers(client: Client): Promise<void> {
  const kept = Object.entries(guards).map(
    ([table, guard]) => `ALTER TABLE "${table}" ENABLE TRIGGER "${guard}"`,
  );
  await client.query([forEach('DISABLE TRIGGER USER'), ...kept].join(';'));
}

/** How much is written in one statement, in characters, and at most how many rows. */
const atOnce = 2_000_000;
const maxRows = 2_000;

async function loadTable(
  client: Client,
  table: string,
  columns: readonly Column[],
  lines: AsyncIterable<string>,
): Promise<number> {
  const schema = rowSchema(table, columns, { withStored: true });
  const bytes = columns.filter(({ type }) => type === 'bytea').map(({ name }) => name);
  const insert = insertOf(table, columns);
  let [rows, length, count]: [unknown[], number, number] = [[], 0, 0];
  const write = async () => {
    if (rows.length === 0) return;
    await refusing(table, () => client.query(insert, [JSON.stringify(rows)]));
    [rows, length] = [[], 0];
  };
  for await (const line of lines) {
    count += 1;
    rows.push(withBytes(parseRow(line, schema, { table, number: count }), bytes));
    length += line.length;
    if (length > atOnce || rows.length === maxRows) await write();
  }
  await write();
  return count;
}

function insertOf(table: string, columns: readonly Column[]): string {
  const { filled = {} } = tableNamed(table);
  const names = columns.map(({ name }) => `"${name}"`);
  const into = [...names, ...Object.keys(filled).map((name) => `"${name}"`)];
  const from = [...names, ...Object.values(filled)];
  return `INSERT INTO "${table}" (${into.join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${from.join(', ')} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`;
}

function parseRow(
  line: string,
  schema: ZodType<Record<string, unknown>>,
  { table, number }: { table: string; number: number },
): Record<string, unknown> {
  const refuse = (what: string) =>
    new TransferError('invalid_row', `Line ${number} of ${table} cannot be taken in: ${what}.`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw refuse('it is no JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    // The place and the kind of the error, never the value: it may be protected.
    const [issue] = parsed.error.issues;
    throw refuse(`${issue?.path.join('.') || 'the row'} is not as it should be (${issue?.code})`);
  }
  return withoutWords(table, value as Record<string, unknown>);
}

/** Bytes as PostgreSQL reads them. */
function withBytes(row: Record<string, unknown>, names: readonly string[]) {
  if (names.length === 0) return row;
  const read = Object.fromEntries(
    names.map((name) => {
      const value = row[name];
      return [
        name,
        typeof value === 'string' ? `\\x${Buffer.from(value, 'base64').toString('hex')}` : value,
      ];
    }),
  );
  return { ...row, ...read };
}

/** Says of a refusal of the database which rule it was, and never with which words. */
async function refusing<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // 22: a value, 23: a constraint.
    if (!(error instanceof DatabaseError) || !/^2[23]/.test(error.code ?? '')) throw error;
    const rule = error.constraint ?? error.code ?? '';
    if (/^published_(finding|source)_/.test(rule) && error.code === '23514')
      throw new TransferError(
        'against_terms',
        `The export shows readers what terms protect (${rule}). Resolve it where the export was made, and export again.`,
      );
    throw new TransferError(
      'invalid_row',
      `The rows of ${error.table ?? what} do not fit together: ${rule}.`,
    );
  }
}

async function setSequences(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT c.relname AS table, a.attname AS column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)
       AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`,
    [exportedTables.map(({ table }) => table)],
  );
  for (const { table, column, sequence } of rows)
    await client.query(
      `SELECT setval($1, m.last) FROM (SELECT max("${column}") AS last FROM "${table}") m WHERE m.last IS NOT NULL`,
      [sequence],
    );
}

async function listMediaIds(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id::text FROM media UNION SELECT id::text FROM trash_item WHERE kind = 'media' ORDER BY 1`,
  );
  return rows.map(({ id }) => id);
}

/** What is to happen at a time of its own, as the commands that set it queue it. */
async function addJobs(client: Client): Promise<void> {
  await client.query(
    `SELECT add_job('publish_due', json_build_object('articleId', id), publish_at, 'publish:' || id)
     FROM article WHERE state = 'scheduled' AND publish_at IS NOT NULL`,
  );
  await client.query(
    `SELECT add_job('publish_release', json_build_object('releaseId', id), publish_at, 'release:' || id)
     FROM release WHERE publish_at IS NOT NULL AND released_at IS NULL`,
  );
  await client.query(
    `SELECT add_job('publish_import', json_build_object('runId', id), NULL, 'import:' || id)
     FROM import_run WHERE signed_at IS NOT NULL AND published_at IS NULL AND undone_at IS NULL`,
  );
  await client.query(
    `SELECT add_job('announce_visible', json_build_object('articleId', article_id), visible_from, 'announce:' || article_id)
     FROM pending_announcement`,
  );
}
