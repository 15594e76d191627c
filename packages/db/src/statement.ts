import type { ReaderDatabase } from './client.ts';
import type { Compilable, CompiledQuery } from './generated/kysely.js';

/** What is `unprepared` is planned each time: see `ReadRows`. */
type How = { unprepared: boolean };

/**
 * Runs a query of the query builder. Rows have the type that it worked out from the columns: this is
 * the one place where rows are given a type, and only a query can give it.
 */
export async function selectRows<Row>(
  db: Pick<ReaderDatabase, 'rows'>,
  query: Compilable<Row>,
  how?: How,
): Promise<Row[]> {
  const { sql, parameters } = query.compile();
  return (await db.rows(sql, [...parameters], how)) as Row[];
}

/** The first row of a query; null where it has none. */
export async function selectFirst<Row>(
  db: Pick<ReaderDatabase, 'rows'>,
  query: Compilable<Row>,
  how?: How,
): Promise<Row | null> {
  const [row] = await selectRows(db, query, how);
  return row ?? null;
}

/** Stands for the value until that is known; PostgreSQL has no text with it. */
const hole = '\u0000';

/**
 * A query that differs in one value alone, built and compiled the first time it is run: for large
 * ones, which otherwise take as long to build as to answer.
 */
export function compileOnce<Row>(
  build: (value: string) => Compilable<Row>,
): (value: string) => Compilable<Row> {
  let compiled: CompiledQuery<Row> | null = null;
  return (value) => ({
    compile: () => {
      compiled ??= build(hole).compile();
      const parameters = compiled.parameters.map((each) => (each === hole ? value : each));
      return { ...compiled, parameters };
    },
  });
}
