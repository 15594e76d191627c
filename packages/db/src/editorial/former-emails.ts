import type { Transaction } from '../client.ts';

/** An address that an account had until `changedAt`. */
export type FormerEmail = {
  accountId: string;
  email: string;
  changedAt: Date;
  /** When the session that requested the change began; null if an older version of the product wrote it. */
  sessionBeganAt: Date | null;
};

/** Stores the former address of an account, with the hash of the secret that restores it. */
export async function insertFormerEmail(
  tx: Transaction,
  former: FormerEmail & { tokenHash: string; expiresAt: Date },
): Promise<void> {
  await tx.formerEmail.create({ data: former });
}

/**
 * Consumes a link, and the links to addresses that the account had later: those may belong to
 * somebody who took the account over. Null if it is unknown, used or expired, or the account is
 * disabled.
 */
export async function takeFormerEmail(
  tx: Transaction,
  tokenHash: string,
  now: Date,
): Promise<FormerEmail | null> {
  const former = await tx.formerEmail.findFirst({
    where: { tokenHash, expiresAt: { gt: now }, account: { disabledAt: null } },
    select: { accountId: true, email: true, changedAt: true, sessionBeganAt: true },
  });
  if (former === null) return null;
  const { accountId, changedAt } = former;
  await tx.formerEmail.deleteMany({ where: { accountId, changedAt: { gte: changedAt } } });
  return former;
}

/**
 * Whether an account other than `exceptId` can still take this address back. Until that ends, the
 * address counts as in use: otherwise an intruder could give it to another account.
 */
export async function isFormerEmail(
  db: Transaction,
  { email, exceptId, at }: { email: string; exceptId: string | null; at: Date },
): Promise<boolean> {
  const count = await db.formerEmail.count({
    where: {
      ...{ email: email.toLowerCase(), expiresAt: { gt: at } },
      ...(exceptId === null ? {} : { accountId: { not: exceptId } }),
    },
  });
  return count > 0;
}

export async function deleteExpiredFormerEmails(db: Transaction, now: Date): Promise<void> {
  await db.formerEmail.deleteMany({ where: { expiresAt: { lte: now } } });
}
