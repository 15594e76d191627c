import { Cadence, SubjectKey } from '@viewpoints/domain/subscriptions/subject';
import type { CountRow, EndingCause } from '@viewpoints/domain/subscriptions/subscriber-counts';
import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseKnownRowsIn, parseRowsIn } from '../statement.ts';

const { sql } = Prisma;

const Counted = z.object({
  state: z.enum(['confirmed', 'waiting', 'ended']),
  subject: SubjectKey,
  cadence: Cadence,
  count: z.int(),
});

/** Subscriptions by subject and cadence: those confirmed, those that wait, and those that ended since a day. */
export async function countSubscriptions(
  db: Transaction,
  { requestedSince, endedSince }: { requestedSince: Date; endedSince: Date },
): Promise<CountRow[]> {
  return parseKnownRowsIn(
    db,
    Counted,
    sql`select 'confirmed' as state, subject, cadence, count(*)::int as count
      from subscription group by subject, cadence
      union all select 'waiting', subject, cadence, count(distinct address_hash)::int
      from subscription_request where at >= ${requestedSince} group by subject, cadence
      union all select 'ended', subject, cadence, sum(count)::int
      from subscription_ending where month >= ${endedSince}::date group by subject, cadence`,
  );
}

/** How many mailboxes are written to, and how many have not confirmed yet. */
export async function countSubscribers(
  db: Transaction,
  { requestedSince }: { requestedSince: Date },
): Promise<{ subscribers: number; waiting: number }> {
  const [row] = await parseRowsIn(
    db,
    z.object({ subscribers: z.int(), waiting: z.int() }),
    sql`select (select count(*)::int from subscriber) as subscribers,
      (select count(distinct address_hash)::int from subscription_request
       where at >= ${requestedSince}) as waiting`,
  );
  return row ?? { subscribers: 0, waiting: 0 };
}

/** Counts subscriptions of somebody that are about to end: all of them, or one. */
export async function countEndings(
  tx: Transaction,
  ending: { subscriberId: string; id?: string; cause: EndingCause; at: Date },
): Promise<void> {
  const { subscriberId, id = null, cause, at } = ending;
  await tx.$executeRaw`
    insert into subscription_ending (month, subject, cadence, cause, count)
    select date_trunc('month', ${at}::timestamptz at time zone 'UTC')::date, subject, cadence, ${cause}, 1
    from subscription
    where subscriber_id = ${subscriberId}::uuid and (${id}::uuid is null or id = ${id}::uuid)
    order by subject, cadence
    on conflict (month, subject, cadence, cause) do update set count = subscription_ending.count + 1`;
}

/** Forgets counts of months before a day. */
export async function deleteOldEndings(db: Transaction, before: Date): Promise<void> {
  await db.subscriptionEnding.deleteMany({ where: { month: { lt: before } } });
}
