import type { OpenSession, Principal } from '@viewpoints/domain/accounts/account';
import type { Transaction } from '../client.ts';
import { instant } from './instant.ts';

/** The sessions of an account that have not run out, the one used last first. */
export async function listSessions(
  db: Transaction,
  { accountId, at }: { accountId: string; at: Date },
): Promise<Omit<OpenSession, 'isThis'>[]> {
  const rows = await db.session.findMany({
    where: { userId: accountId, expiresAt: { gt: at } },
    orderBy: [{ usedAt: 'desc' }, { id: 'asc' }],
    take: 200,
    select: { id: true, device: true, createdAt: true, usedAt: true },
  });
  return rows.map(({ createdAt, usedAt, ...row }) => ({
    ...row,
    createdAt: instant(createdAt),
    usedAt: instant(usedAt),
  }));
}

/** Whether a session has not been ended. */
export async function isSessionOpen(db: Transaction, id: string): Promise<boolean> {
  return (await db.session.count({ where: { id } })) > 0;
}

/** Ends one session of an account; false if it has no such session. */
export async function endSession(
  tx: Transaction,
  { id, accountId }: { id: string; accountId: string },
): Promise<boolean> {
  const { count } = await tx.session.deleteMany({ where: { id, userId: accountId } });
  return count > 0;
}

/** Ends all sessions of an account but one; returns how many. */
export async function endOtherSessions(
  tx: Transaction,
  { id, accountId }: { id: string; accountId: string },
): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { userId: accountId, NOT: { id } } });
  return count;
}

export async function markSessionUsed(db: Transaction, id: string, at: Date): Promise<void> {
  await db.session.updateMany({ where: { id }, data: { usedAt: at } });
}

/** Records a fresh authentication of a session; false if it has ended. */
export async function markSessionAuthenticated(
  db: Transaction,
  id: string,
  at: Date,
): Promise<boolean> {
  const { count } = await db.session.updateMany({ where: { id }, data: { authenticatedAt: at } });
  return count > 0;
}

/** Who is signed in at a session and until when; null if it has ended or the account is disabled. */
export async function findSessionAccount(
  db: Transaction,
  { id, at }: { id: string; at: Date },
): Promise<{ account: Principal & { name: string }; expiresAt: Date } | null> {
  const row = await db.session.findUnique({
    where: { id, expiresAt: { gt: at }, account: { disabledAt: null } },
    select: { expiresAt: true, account: { select: { id: true, name: true, roles: true } } },
  });
  return row;
}
