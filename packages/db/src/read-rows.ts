import type { Pool } from 'pg';
import { statementName } from './statement-name.ts';

/**
 * Runs a query through the driver, without Prisma: `text` with `$1`, `$2`, … for `values`, and rows as
 * the columns are named. For the queries of readers; everything else goes through Prisma. An `unprepared`
 * query is not stored as a prepared statement: one of many ad-hoc combinations, or one whose plan depends
 * on its values. Rows have no type here: `selectRows` gives them the type of their query.
 */
export type ReadRows = (
  text: string,
  values?: unknown[],
  how?: { unprepared: boolean },
) => Promise<unknown[]>;

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
      // A connection that failed half way is not reused.
      client.release(failure);
    }
  };
}
