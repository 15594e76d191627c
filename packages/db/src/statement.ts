import type { ReaderDatabase } from './client.ts';
import type { Compilable } from './generated/kysely.js';

/** What is `unprepared` is planned each time: see `ReadRows`. */
type How = { unprepared: boolean };

/** Runs a query of the query builder; rows have the type that was worked out from its columns. */
export function selectRows<Row>(
  db: Pick<ReaderDatabase, 'rows'>,
  query: Compilable<Row>,
  how?: How,
): Promise<Row[]> {
  const { sql, parameters } = query.compile();
  return db.rows<Row>(sql, [...parameters], how);
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
