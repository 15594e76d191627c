import type { ReaderDatabase } from '@viewpoints/db/client';

/** Reads since the last write: by path, by referring host, by query. */
export type VisitBatch = {
  pages: Record<string, number>;
  referrers: Record<string, number>;
  searches: Record<string, number>;
};

/**
 * Adds to today's totals. The function in the database looks at everything again: it is all that
 * the reading role may write, and needs a transaction that is not read-only.
 */
export function countVisits(reader: ReaderDatabase, batch: VisitBatch): Promise<void> {
  return reader.executeWrite('SELECT count_visits($1::jsonb)', [JSON.stringify(batch)]);
}
