import type { ClientBase } from 'pg';
import { exportedTables } from './exported-models.ts';

/** A column as the database describes it. */
export type Column = {
  name: string;
  /** The name of its type, of its elements where it is a list. */
  type: string;
  isList: boolean;
  /** What an enum allows; null for all other types. */
  labels: string[] | null;
  nullable: boolean;
  /** Its place in the primary key, from 1; null outside of it. */
  keyPlace: number | null;
};

/** The columns of the tables that are exported, without those that are left out. */
export async function readColumns(client: ClientBase): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column & { table: string }>(
    `SELECT c.relname AS table, a.attname AS name, coalesce(e.typname, t.typname)::text AS type,
            e.oid IS NOT NULL AS "isList", NOT a.attnotnull AS nullable,
            (SELECT array_agg(enumlabel::text ORDER BY enumsortorder) FROM pg_enum
             WHERE enumtypid = coalesce(e.oid, t.oid)) AS labels,
            array_position(i.indkey::int2[], a.attnum) + 1 AS "keyPlace"
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     JOIN pg_type t ON t.oid = a.atttypid
     LEFT JOIN pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
     JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
     WHERE c.relname = ANY($1) ORDER BY c.relname, a.attnum`,
    [exportedTables.map(({ table }) => table)],
  );
  return new Map(
    exportedTables.map(({ table, filled = {} }) => [
      table,
      rows
        .filter((row) => row.table === table && !(row.name in filled))
        .map(({ table: _, ...column }) => column),
    ]),
  );
}
