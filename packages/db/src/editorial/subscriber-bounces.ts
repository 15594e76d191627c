import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

const { sql } = Prisma;

/**
 * Notes that a message of a day bounced, once for each day, and returns on how many days since another one they
 * did. The subscriber is locked.
 */
export async function noteBounce(
  tx: Transaction,
  { subscriberId, day, since }: { subscriberId: string; day: Date; since: Date },
): Promise<number> {
  await tx.$executeRaw`
    insert into subscriber_bounce (subscriber_id, day) values (${subscriberId}::uuid, ${day}::date)
    on conflict do nothing`;
  const [row] = await parseRowsIn(
    tx,
    z.object({ days: z.int() }),
    sql`select count(*)::int as days from subscriber_bounce
      where subscriber_id = ${subscriberId}::uuid and day > ${since}::date`,
  );
  return row?.days ?? 0;
}

/** Forgets bounces of messages up to a day. */
export async function deleteOldBounces(db: Transaction, upTo: Date): Promise<void> {
  await db.subscriberBounce.deleteMany({ where: { day: { lte: upTo } } });
}
