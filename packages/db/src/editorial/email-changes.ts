import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
import { instant } from './instant.ts';

/** A new address that waits for its mailbox to confirm it, as the owner of the account sees it. */
export type PendingEmail = { email: string; expiresAt: string };

export type NewEmailChange = {
  accountId: string;
  sessionId: string;
  email: string;
  tokenHash: string;
  at: Date;
  expiresAt: Date;
};

/** Locks a session until the transaction ends; false if it has ended already. */
export async function lockSession(tx: Transaction, id: string): Promise<boolean> {
  const locked = await lockRowsIn(
    tx,
    Prisma.sql`select 1 from session where id = ${id}::uuid for key share`,
  );
  return locked > 0;
}

/** Stores a requested change, replacing an earlier one of the same account. */
export async function writeEmailChange(
  tx: Transaction,
  { at, email, ...change }: NewEmailChange,
): Promise<void> {
  const row = { ...change, email: email.toLowerCase(), requestedAt: at };
  // In one statement: of two requests at once, the later one replaces the other.
  await tx.emailChange.upsert({
    where: { accountId: change.accountId },
    create: row,
    update: row,
  });
}

/** The change of an account that can still be confirmed; null if there is none. */
export async function findEmailChange(
  db: Transaction,
  accountId: string,
  now: Date,
): Promise<PendingEmail | null> {
  const row = await db.emailChange.findFirst({
    where: { accountId, expiresAt: { gt: now } },
    select: { email: true, expiresAt: true },
  });
  return row === null ? null : { email: row.email, expiresAt: instant(row.expiresAt) };
}

/** The account that a link to confirm an address is for; null as in `takeEmailChange`. */
export async function findEmailChangeAccount(
  db: Transaction,
  tokenHash: string,
  now: Date,
): Promise<{ id: string; name: string } | null> {
  const change = await db.emailChange.findFirst({
    where: { tokenHash, expiresAt: { gt: now }, account: { disabledAt: null } },
    select: { account: { select: { id: true, name: true } } },
  });
  return change?.account ?? null;
}

/** Consumes the link of a change; null if it is unknown, used, cancelled or expired. */
export async function takeEmailChange(
  tx: Transaction,
  tokenHash: string,
  now: Date,
): Promise<
  (Pick<NewEmailChange, 'accountId' | 'sessionId' | 'email'> & { sessionBeganAt: Date }) | null
> {
  const change = await tx.emailChange.findFirst({
    where: { tokenHash, expiresAt: { gt: now }, account: { disabledAt: null } },
    select: {
      ...{ accountId: true, sessionId: true, email: true },
      session: { select: { createdAt: true } },
    },
  });
  if (change === null) return null;
  const { count } = await tx.emailChange.deleteMany({ where: { tokenHash } });
  const { session, ...taken } = change;
  return count > 0 ? { ...taken, sessionBeganAt: session.createdAt } : null;
}

/** Deletes the pending change of an account; false if it has none. */
export async function deleteEmailChange(tx: Transaction, accountId: string): Promise<boolean> {
  const { count } = await tx.emailChange.deleteMany({ where: { accountId } });
  return count > 0;
}

export async function deleteExpiredEmailChanges(db: Transaction, now: Date): Promise<void> {
  await db.emailChange.deleteMany({ where: { expiresAt: { lte: now } } });
}
