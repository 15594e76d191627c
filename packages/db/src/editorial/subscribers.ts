import { Cadence } from '@viewpoints/domain/subscriptions/subject';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
import { newId } from './new-id.ts';

const { sql } = Prisma;

/** A subscriber as stored: the address is encrypted. */
export type SubscriberRow = { id: string; addressHash: string; address: string; language: string };

export type SubscriptionRow = { id: string; subject: string; cadence: Cadence; since: Date };

export async function findSubscriber(db: Transaction, id: string): Promise<SubscriberRow | null> {
  return db.subscriber.findUnique({ where: { id } });
}

/** The subscriber of an address; null if it is not subscribed. */
export async function findSubscriberOf(
  db: Transaction,
  addressHash: string,
): Promise<SubscriberRow | null> {
  return db.subscriber.findUnique({ where: { addressHash } });
}

/** Subscribers with what each has, in the order of their ids, after one. */
export async function listSubscribers(
  db: Transaction,
  { after, limit }: { after: string | null; limit: number },
): Promise<(SubscriberRow & { subscriptions: SubscriptionRow[] })[]> {
  const rows = await db.subscriber.findMany({
    where: after === null ? {} : { id: { gt: after } },
    include: { subscriptions: { orderBy: [{ since: 'asc' }, { id: 'asc' }] } },
    orderBy: { id: 'asc' },
    take: limit,
  });
  return rows.map(({ subscriptions, ...row }) => ({
    ...row,
    subscriptions: knownOf(subscriptions),
  }));
}

/** The subscriber of an address, who is added where there is none; locked until the transaction ends. */
export async function lockSubscriberOf(
  tx: Transaction,
  subscriber: SubscriberRow,
): Promise<{ id: string }> {
  const { addressHash, language } = subscriber;
  return tx.subscriber.upsert({
    where: { addressHash },
    create: subscriber,
    update: { language },
    select: { id: true },
  });
}

/** Locks a subscriber; false where there is none any more. */
export async function lockSubscriber(tx: Transaction, id: string): Promise<boolean> {
  return (
    (await lockRowsIn(tx, sql`select 1 from subscriber where id = ${id}::uuid for update`)) > 0
  );
}

/** What a subscriber has, the oldest first. */
export async function listSubscriptions(
  db: Transaction,
  subscriberId: string,
): Promise<SubscriptionRow[]> {
  const rows = await db.subscription.findMany({
    where: { subscriberId },
    orderBy: [{ since: 'asc' }, { id: 'asc' }],
  });
  return knownOf(rows);
}

/** Without those of a cadence that this version does not know. */
const knownOf = (rows: readonly Prisma.SubscriptionGetPayload<object>[]): SubscriptionRow[] =>
  rows.flatMap(({ subscriberId: _, ...row }) => {
    const { data: cadence } = Cadence.safeParse(row.cadence);
    return cadence === undefined ? [] : [{ ...row, cadence }];
  });

/** Adds a subscription. One to the same subject keeps its date and takes the cadence. */
export async function writeSubscription(
  tx: Transaction,
  { subscriberId, subject, cadence, since }: Omit<SubscriptionRow, 'id'> & { subscriberId: string },
): Promise<void> {
  await tx.subscription.upsert({
    where: { subscriberId_subject: { subscriberId, subject } },
    create: { id: newId(), subscriberId, subject, cadence, since },
    update: { cadence },
  });
}

export async function updateCadence(
  tx: Transaction,
  { subscriberId, id, cadence }: { subscriberId: string; id: string; cadence: Cadence },
): Promise<void> {
  await tx.subscription.updateMany({
    where: { id, subscriberId, NOT: { subject: { startsWith: 'newsletter:' } } },
    data: { cadence },
  });
}

/** Ends a subscription; returns how many the subscriber has left. */
export async function deleteSubscription(
  tx: Transaction,
  { subscriberId, id }: { subscriberId: string; id: string },
): Promise<number> {
  await tx.subscription.deleteMany({ where: { id, subscriberId } });
  return tx.subscription.count({ where: { subscriberId } });
}

/** The subscription of a subscriber to a subject; null where there is none. */
export async function findSubscriptionTo(
  tx: Transaction,
  { subscriberId, subject }: { subscriberId: string; subject: string },
): Promise<{ id: string } | null> {
  return tx.subscription.findUnique({
    where: { subscriberId_subject: { subscriberId, subject } },
    select: { id: true },
  });
}

/** Forgets a subscriber with everything of theirs. */
export async function deleteSubscriber(tx: Transaction, id: string): Promise<void> {
  await tx.subscriber.deleteMany({ where: { id } });
}
