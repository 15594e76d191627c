import type { Transaction } from '../client.ts';
import { newId } from './new-id.ts';

export type SecondFactorRow = { secret: string; confirmedAt: Date | null };

/** The encrypted secret of an account's codes; null if it has no app. */
export function findSecondFactor(
  db: Transaction,
  accountId: string,
): Promise<SecondFactorRow | null> {
  return db.secondFactor.findUnique({
    where: { accountId },
    select: { secret: true, confirmedAt: true },
  });
}

/** Whether signing in to an account requires a second factor. */
export async function hasSecondFactor(db: Transaction, accountId: string): Promise<boolean> {
  const factor = await findSecondFactor(db, accountId);
  return factor !== null && factor.confirmedAt !== null;
}

/** The accounts that have a second factor. */
export async function listAccountsWithSecondFactor(db: Transaction): Promise<Set<string>> {
  const rows = await db.secondFactor.findMany({
    where: { confirmedAt: { not: null } },
    take: 1000,
    select: { accountId: true },
  });
  return new Set(rows.map(({ accountId }) => accountId));
}

/** Stores a secret that is not confirmed by a code yet; a confirmed one is not replaced. */
export async function writePendingFactor(
  tx: Transaction,
  { accountId, secret, at }: { accountId: string; secret: string; at: Date },
): Promise<boolean> {
  await tx.secondFactor.deleteMany({ where: { accountId, confirmedAt: null } });
  const { count } = await tx.secondFactor.createMany({
    data: [{ accountId, secret, createdAt: at }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** Puts a pending secret in use; false if it is in use already, or was replaced. */
export async function confirmFactor(
  tx: Transaction,
  {
    accountId,
    secret,
    period,
    at,
  }: { accountId: string; secret: string; period: number; at: Date },
): Promise<boolean> {
  const { count } = await tx.secondFactor.updateMany({
    where: { accountId, secret, confirmedAt: null },
    data: { confirmedAt: at, lastPeriod: period },
  });
  return count > 0;
}

/** Consumes the code of a period, and all before it; false if that was done already. */
export async function takePeriod(
  db: Transaction,
  accountId: string,
  period: number,
): Promise<boolean> {
  const { count } = await db.secondFactor.updateMany({
    where: {
      accountId,
      confirmedAt: { not: null },
      OR: [{ lastPeriod: null }, { lastPeriod: { lt: period } }],
    },
    data: { lastPeriod: period },
  });
  return count > 0;
}

/** Consumes a recovery code; false if it is unknown or used. */
export async function takeRecoveryCode(
  db: Transaction,
  { accountId, codeHash, at }: { accountId: string; codeHash: string; at: Date },
): Promise<boolean> {
  const { count } = await db.recoveryCode.updateMany({
    where: { accountId, codeHash, usedAt: null },
    data: { usedAt: at },
  });
  return count > 0;
}

/** Gives an account these recovery codes in place of those it had. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  { accountId, codeHashes, at }: { accountId: string; codeHashes: string[]; at: Date },
): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({
    data: codeHashes.map((codeHash) => ({ id: newId(), accountId, codeHash, createdAt: at })),
  });
}

export function countRecoveryCodes(db: Transaction, accountId: string): Promise<number> {
  return db.recoveryCode.count({ where: { accountId, usedAt: null } });
}

/** What `deleteFactorSince` left. */
export type FactorLeft = 'none' | 'removed' | 'kept' | 'kept_without_codes';

/**
 * Deletes a second factor that was set up since a moment, or is not in use yet, and recovery codes
 * that were created since. An app that was in use before stays.
 */
export async function deleteFactorSince(
  tx: Transaction,
  { accountId, since }: { accountId: string; since: Date },
): Promise<FactorLeft> {
  await tx.secondFactor.deleteMany({ where: { accountId, confirmedAt: null } });
  const removed = await tx.secondFactor.deleteMany({
    where: { accountId, confirmedAt: { gte: since } },
  });
  const isKept = removed.count === 0 && (await hasSecondFactor(tx, accountId));
  const codes = await tx.recoveryCode.deleteMany({
    where: { accountId, ...(isKept ? { createdAt: { gte: since } } : {}) },
  });
  if (isKept) return codes.count > 0 ? 'kept_without_codes' : 'kept';
  return removed.count > 0 ? 'removed' : 'none';
}

/** Takes the second factor of an account away, recovery codes included; false if it has none. */
export async function deleteSecondFactor(tx: Transaction, accountId: string): Promise<boolean> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  const { count } = await tx.secondFactor.deleteMany({ where: { accountId } });
  return count > 0;
}
