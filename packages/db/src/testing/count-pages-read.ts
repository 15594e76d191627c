import { Client, escapeLiteral } from 'pg';
import type { ReaderDatabase } from '../client.ts';
import type { ReadRows } from '../read-rows.ts';

/** Whether a statement is planned for its values or, as a prepared one after some uses, once for any. */
export type Planning = 'custom' | 'generic';

/** The database cost of one call's queries. */
export type Reads = {
  /** Pages of 8 kB that its statements looked at, in memory or on disk, repeats counted. */
  pages: number;
  /** Statements it ran, each a round trip. */
  statements: number;
};

type Explained = { Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } };

/**
 * Runs queries on the reading site's database, and counts the pages that its statements read. A
 * count is the same on a slow machine and a fast one; planning is not included.
 * @param readerUrl signs in as viewpoints_reader
 */
export async function countPagesRead<Answer>(
  readerUrl: string,
  planning: Planning,
  ask: (db: ReaderDatabase) => Promise<Answer>,
): Promise<Reads & { answer: Answer }> {
  const client = new Client({ connectionString: readerUrl });
  await client.connect();
  await client.query(`SET plan_cache_mode = force_${planning}_plan`);
  const reads: Reads = { pages: 0, statements: 0 };
  let turn: Promise<unknown> = Promise.resolve();
  const rows: ReadRows = (text: string, values: unknown[] = []) => {
    // One after the other: a statement is explained and run without another between.
    const result = turn.then(async () => {
      reads.statements += 1;
      reads.pages += await explain(client, text, values);
      return (await client.query(text, values)).rows;
    });
    turn = result.catch(() => {});
    return result;
  };
  try {
    const answer = await ask({
      rows,
      executeWrite: async () => {},
      $disconnect: async () => {},
    });
    return { ...reads, answer };
  } finally {
    await client.end();
  }
}

async function explain(client: Client, text: string, values: unknown[]): Promise<number> {
  const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
  await client.query(`PREPARE explained AS ${text}`);
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE explained${given}`,
    );
    const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (plan === undefined) throw new Error(`no plan for ${text}`);
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  } finally {
    await client.query('DEALLOCATE explained');
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (value instanceof Date) return escapeLiteral(value.toISOString());
  if (Array.isArray(value))
    return escapeLiteral(`{${value.map((each) => JSON.stringify(String(each))).join(',')}}`);
  return escapeLiteral(String(value));
}
