import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

/**
 * The time of the database's clock, in whole milliseconds: in a transaction, its beginning.
 * What readers may see is decided by this clock (`now()` in the policies), so what is written to
 * be seen, or to be due, is timed by it as well: the clocks of other machines may be ahead or behind.
 */
export async function getDatabaseTime(db: Transaction): Promise<Date> {
  const [row] = await parseRowsIn(
    db,
    z.object({ now: z.date() }),
    Prisma.sql`select date_trunc('milliseconds', now()) as now`,
  );
  if (row === undefined) throw new Error('The database returned no time.');
  return row.now;
}
