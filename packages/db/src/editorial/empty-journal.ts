import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

/**
 * Whether the journal is still empty. Locks its settings for this transaction, so that the second
 * of two concurrent fills waits and then finds it full.
 */
export async function lockEmptyJournal(tx: Transaction): Promise<boolean> {
  await tx.$executeRaw`lock table journal in share row exclusive mode`;
  const [row] = await parseRowsIn(
    tx,
    z.object({ empty: z.boolean() }),
    Prisma.sql`
    select not exists (select from journal) and not exists (select from article)
      and not exists (select from source) and not exists (select from actor)
      and not exists (select from topic) as empty`,
  );
  return row?.empty ?? false;
}
