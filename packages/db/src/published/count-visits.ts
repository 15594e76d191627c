import type { ReaderDatabase } from '../client.ts';
import type { PrismaClient } from '../generated/client.ts';

/** What was read since it was last written down: by path, by referring host, by words searched. */
export type VisitBatch = {
  pages: Record<string, number>;
  referrers: Record<string, number>;
  searches: Record<string, number>;
};

/**
 * Adds to today's totals. The function in the database looks at everything again: it is all that
 * the reading role may write, and needs a transaction that is not read-only.
 */
export async function countVisits(reader: ReaderDatabase, batch: VisitBatch): Promise<void> {
  // `ReaderDatabase` hides transactions, because those of Prisma name every table there is.
  const db = reader as PrismaClient;
  const given = JSON.stringify(batch);
  await db.$transaction([
    db.$executeRaw`SET TRANSACTION READ WRITE`,
    db.$executeRaw`SELECT count_visits(${given}::jsonb)`,
  ]);
}
