import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { parseRowsIn } from '../statement.ts';

const { sql } = Prisma;

/** A request as it is stored: its address is encrypted, and found by hashes. */
export type RequestRow = {
  id: string;
  addressHash: string;
  mailboxHash: string;
  address: string;
  language: string;
  subject: string;
  cadence: string;
  at: Date;
};

/** Adds a request: one row, for known and unknown addresses alike. */
export async function insertSubscriptionRequest(tx: Transaction, row: RequestRow): Promise<void> {
  await tx.subscriptionRequest.create({ data: row });
}

const Hash = z.object({ addressHash: z.string(), mailboxHash: z.string() });

/**
 * The next address that is to be asked whether it wants what was requested: it has a request that no
 * message has told of, and its mailbox got none for a day. Locks out other workers until the
 * transaction ends.
 */
export async function findUnaskedAddress(
  tx: Transaction,
  now: Date,
): Promise<z.infer<typeof Hash> | null> {
  await tx.$executeRaw`lock table subscription_confirmation in share row exclusive mode`;
  const [row] = await parseRowsIn(
    tx,
    Hash,
    sql`select r.address_hash as "addressHash", r.mailbox_hash as "mailboxHash"
      from subscription_request r
      left join subscription_confirmation c on c.address_hash = r.address_hash
      where (c.mailed_at is null or c.mailed_at < r.at)
        and not exists (
          select from subscription_confirmation m
          where m.mailbox_hash = r.mailbox_hash and m.mailed_at > ${now}::timestamptz - interval '1 day')
      order by r.at, r.id limit 1`,
  );
  return row ?? null;
}

/** What was requested for an address, the newest first, and no more than so much. */
export async function listSubscriptionRequests(
  db: Transaction,
  { addressHash, limit }: { addressHash: string; limit: number },
): Promise<RequestRow[]> {
  return db.subscriptionRequest.findMany({
    where: { addressHash },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
  });
}

export async function deleteSubscriptionRequests(
  tx: Transaction,
  addressHash: string,
): Promise<void> {
  await tx.subscriptionRequest.deleteMany({ where: { addressHash } });
}

/** Notes that an address was asked, by a link with this secret. The link before it works no more. */
export async function writeConfirmation(
  tx: Transaction,
  confirmation: {
    addressHash: string;
    mailboxHash: string;
    tokenHash: string;
    mailedAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  const { addressHash, ...data } = confirmation;
  await tx.subscriptionConfirmation.upsert({
    where: { addressHash },
    create: confirmation,
    update: data,
  });
}

/** Lets an address be asked again, after a message that certainly was not sent. */
export async function takeBackConfirmation(db: Transaction, tokenHash: string): Promise<void> {
  await db.subscriptionConfirmation.updateMany({
    where: { tokenHash },
    data: { mailedAt: null, tokenHash: null },
  });
}

/** The address of a link that works; null for any other. */
export async function findConfirmation(
  db: Transaction,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<string | null> {
  const row = await db.subscriptionConfirmation.findUnique({ where: { tokenHash } });
  return row !== null && row.expiresAt > now ? row.addressHash : null;
}

/** The same, and the link works no more: for whoever comes first. */
export async function useConfirmation(
  tx: Transaction,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<string | null> {
  const [row] = await parseRowsIn(
    tx,
    Hash.pick({ addressHash: true }),
    sql`update subscription_confirmation set token_hash = null
      where token_hash = ${tokenHash} and expires_at > ${now} returning address_hash as "addressHash"`,
  );
  return row?.addressHash ?? null;
}

/** Forgets what was not confirmed in time, and who was asked more than a day ago. */
export async function deleteExpiredRequests(
  db: Transaction,
  { now, before }: { now: Date; before: Date },
): Promise<void> {
  await db.subscriptionRequest.deleteMany({ where: { at: { lt: before } } });
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60 * 1000);
  await db.subscriptionConfirmation.deleteMany({
    where: {
      AND: [
        { OR: [{ tokenHash: null }, { expiresAt: { lte: now } }] },
        { OR: [{ mailedAt: null }, { mailedAt: { lt: dayAgo } }] },
      ],
    },
  });
}

/** Forgets at once that an address was asked for and asked; returns how much there was. */
export async function forgetRequests(tx: Transaction, addressHash: string): Promise<number> {
  const requests = await tx.subscriptionRequest.deleteMany({ where: { addressHash } });
  const confirmations = await tx.subscriptionConfirmation.deleteMany({ where: { addressHash } });
  return requests.count + confirmations.count;
}

export async function hasSubscriptionRequests(db: Transaction): Promise<boolean> {
  return (await db.subscriptionRequest.findFirst({ select: { id: true } })) !== null;
}
