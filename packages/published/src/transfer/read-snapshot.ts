import { listMigrationNames, repositoryPaths } from '@viewpoints/postgres/migrations/files';
import { Client } from 'pg';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { type ExportedTable, exportedTables } from './exported-models.ts';
import { rowSchema } from './row-schemas.ts';
import { type Column, readColumns } from './table-columns.ts';

/** The journal at one moment, whatever is written meanwhile. */
export type Snapshot = {
  /** The rows of a table in the order of its key, each a line of JSON with its end. */
  lines: (table: string) => AsyncGenerator<string>;
  /** Ids of all pictures and files that rows name, what is in the trash included. */
  mediaIds: () => AsyncGenerator<string>;
  /** What a line of each table holds, as JSON Schema. */
  schema: string;
};

/** The newest migration of this version: exports are read by a version that ends with the same. */
export async function currentMigration(): Promise<string> {
  return (await listMigrationNames(repositoryPaths.migrations)).at(-1) ?? '';
}

/** Reads the journal in one read-only transaction; what is not yet needed stays on the server. */
export async function withSnapshot<Result>(
  databaseUrl: string,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'viewpoints-export',
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const columns = await readColumns(client);
    return await work({
      lines: (table) => linesOf(client, tableNamed(table), columns.get(table) ?? []),
      mediaIds: () => mediaIdsOf(client),
      schema: schemaOf(columns),
    });
  } finally {
    await client.end();
  }
}

export function tableNamed(table: string): ExportedTable {
  const found = exportedTables.find((each) => each.table === table);
  if (found === undefined) throw new Error(`${table} is not exported`);
  return found;
}

/** What a line of each table holds, as JSON Schema. */
export function schemaOf(columns: ReadonlyMap<string, readonly Column[]>): string {
  const tables = [...columns].map(([table, its]) => {
    const { $schema: _, ...schema } = z.toJSONSchema(rowSchema(table, its, { withStored: false }), {
      override: leavePattern,
    });
    return [table, schema];
  });
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Lines of the tables of an export of Viewpoints',
    $defs: Object.fromEntries(tables),
  };
  return `${JSON.stringify(JSON.parse(canonicalJson(schema)), null, 2)}\n`;
}

/** What has a format needs no pattern for it, which nobody can read. */
function leavePattern({ jsonSchema }: { jsonSchema: { format?: string; pattern?: string } }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}

async function* linesOf(
  client: Client,
  { table, only = 'true' }: ExportedTable,
  columns: readonly Column[],
): AsyncGenerator<string> {
  const values = columns.map((column) => `${written(column)} AS ${quoted(column.name)}`);
  const key = columns
    .filter(({ keyPlace }) => keyPlace !== null)
    .sort((one, other) => Number(one.keyPlace) - Number(other.keyPlace))
    .map(ordered);
  const select = `SELECT row_to_json(r)::text AS row FROM (
    SELECT ${values.join(', ')} FROM ${quoted(table)} t WHERE ${only} ORDER BY ${key.join(', ')}) r`;
  for await (const row of fetchEach(client, select)) yield `${canonicalJson(JSON.parse(row))}\n`;
}

async function* mediaIdsOf(client: Client): AsyncGenerator<string> {
  yield* fetchEach(
    client,
    `SELECT id::text AS row FROM (
       SELECT id FROM media UNION SELECT id FROM trash_item WHERE kind = 'media') m ORDER BY id`,
  );
}

/** The size of one query's result, in characters: rows may be long. */
const atOnce = 2_000_000;
const maxRows = 2_000;
let cursors = 0;

async function* fetchEach(client: Client, select: string): AsyncGenerator<string> {
  cursors += 1;
  const cursor = `export_${cursors}`;
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${select}`);
  for (let many = 10; ; ) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${many} FROM ${cursor}`);
    for (const { row } of rows) yield row;
    if (rows.length < many) break;
    const longest = Math.max(1, ...rows.map(({ row }) => row.length));
    many = Math.min(maxRows, Math.max(1, Math.floor(atOnce / longest)), many * 4);
  }
  await client.query(`CLOSE ${cursor}`);
}

const quoted = (name: string) => `"${name}"`;

/** A value as it is written: numbers that JSON rounds, times and bytes as text. */
function written({ name, type, isList }: Column): string {
  const value = `t.${quoted(name)}`;
  if (isList) return value;
  if (type === 'int8') return `${value}::text`;
  if (type === 'bytea') return `replace(encode(${value}, 'base64'), E'\\n', '')`;
  if (type === 'timestamptz')
    return `to_char(${value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return value;
}

/** Texts in the order of their bytes: that of a language differs between servers. */
function ordered({ name, type, labels }: Column): string {
  const value = `t.${quoted(name)}`;
  return labels === null && type !== 'text' ? value : `${value}::text COLLATE "C"`;
}
