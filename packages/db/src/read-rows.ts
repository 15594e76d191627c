import type { Pool } from 'pg';
import { statementName } from './statement-name.ts';

/**
 * Runs a query by itself, as the driver does it: `text` with `$1`, `$2`, … for `values`, and rows
 * as the columns are named. For what readers wait for; everything else is Prisma's. What is
 * `unprepared`, one of many that somebody may think up, is not held planned, nor is what has to be
 * planned for its values.
 */
export type ReadRows = <Row>(
  text: string,
  values?: unknown[],
  how?: { unprepared: boolean },
) => Promise<Row[]>;

/** Makes `ReadRows` on connections of a pool. */
export function readRowsFrom(pool: Pool): ReadRows {
  return async (text, values = [], { unprepared } = { unprepared: false }) => {
    const name = unprepared ? '' : statementName(text);
    const { rows } = await pool.query({ text, values, ...(name === '' ? {} : { name }) });
    return rows;
  };
}

/**
 * Runs a statement in a transaction that may write, which this role's do not otherwise: there is a
 * function or two in the database that it may call to write something down.
 */
export type ExecuteWrite = (text: string, values: unknown[]) => Promise<void>;

/** Makes `ExecuteWrite` on connections of a pool. */
export function executeWriteOn(pool: Pool): ExecuteWrite {
  return async (text, values) => {
    const client = await pool.connect();
    let failure: Error | undefined;
    try {
      await client.query('BEGIN READ WRITE');
      await client.query(text, values);
      await client.query('COMMIT');
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      // What failed half way is not handed on to anybody.
      client.release(failure);
    }
  };
}

/** A query with values between its pieces of text, which may be queries' pieces themselves. */
export type SqlFragment = {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
};

/** A piece of SQL to be set into another: `` db.$queryRaw`SELECT ${columns} FROM …` ``. */
export const sqlFragment = (strings: TemplateStringsArray, ...values: unknown[]): SqlFragment => ({
  strings,
  values,
});

/** Prisma's `$queryRaw` without Prisma. */
export type QueryRaw = <Rows extends object[]>(
  strings: TemplateStringsArray,
  ...values: unknown[]
) => Promise<Rows>;

/** Makes `QueryRaw` of `ReadRows`. */
export function queryRawBy(rows: ReadRows): QueryRaw {
  return async <Rows extends object[]>(strings: TemplateStringsArray, ...values: unknown[]) => {
    const flat: unknown[] = [];
    const text = textOf({ strings, values }, flat);
    return (await rows<Rows[number]>(text, flat)) as Rows;
  };
}

function textOf({ strings, values }: SqlFragment, flat: unknown[]): string {
  return strings.reduce((text, next, index) => {
    const value = values[index - 1];
    if (isSqlFragment(value)) return text + textOf(value, flat) + next;
    flat.push(value);
    return `${text}$${flat.length}${next}`;
  });
}

function isSqlFragment(value: unknown): value is SqlFragment {
  return typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;
}
