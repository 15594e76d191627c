import type { Transaction } from '../client.ts';
import { instant, instantOrNull } from './instant.ts';

/** A passkey as its owner sees it: nothing by which it could be used or recognised. */
export type PasskeyListItem = {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
};

export async function listPasskeys(db: Transaction, accountId: string): Promise<PasskeyListItem[]> {
  const rows = await db.passkey.findMany({
    where: { accountId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
  return rows.map(({ createdAt, lastUsedAt, ...row }) => ({
    ...row,
    createdAt: instant(createdAt),
    lastUsedAt: instantOrNull(lastUsedAt),
  }));
}

/** The keys' own names for themselves, so that a device is not given a second one. */
export async function listCredentialIds(db: Transaction, accountId: string): Promise<string[]> {
  const rows = await db.passkey.findMany({ where: { accountId }, select: { credentialId: true } });
  return rows.map(({ credentialId }) => credentialId);
}

export type StoredPasskey = {
  id: string;
  accountId: string;
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
};

export async function findPasskey(
  db: Transaction,
  credentialId: string,
): Promise<StoredPasskey | null> {
  const row = await db.passkey.findUnique({
    where: { credentialId },
    select: { id: true, accountId: true, credentialId: true, publicKey: true, counter: true },
  });
  return row === null
    ? null
    : { ...row, publicKey: new Uint8Array(row.publicKey), counter: Number(row.counter) };
}

/** Inserts a passkey; false if it exists already, for this account or another. */
export async function insertPasskey(
  tx: Transaction,
  { counter, at, ...passkey }: StoredPasskey & { name: string; at: Date },
): Promise<boolean> {
  const { count } = await tx.passkey.createMany({
    data: [{ ...passkey, counter: BigInt(counter), createdAt: at }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** Records that a passkey was used, and its device's counter. */
export async function markPasskeyUsed(
  db: Transaction,
  { id, counter, at }: { id: string; counter: number; at: Date },
): Promise<void> {
  await db.passkey.updateMany({
    where: { id },
    data: { counter: BigInt(counter), lastUsedAt: at },
  });
}

/** Removes a passkey of an account; false if it has no such one. */
export async function deletePasskey(
  tx: Transaction,
  { id, accountId }: { id: string; accountId: string },
): Promise<boolean> {
  const { count } = await tx.passkey.deleteMany({ where: { id, accountId } });
  return count > 0;
}

/** Removes all passkeys of an account; returns how many. */
export async function deletePasskeysOf(tx: Transaction, accountId: string): Promise<number> {
  const { count } = await tx.passkey.deleteMany({ where: { accountId } });
  return count;
}

export async function insertPasskeyChallenge(
  db: Transaction,
  challenge: { hash: string; accountId: string | null; expiresAt: Date },
): Promise<void> {
  await db.passkeyChallenge.create({ data: challenge });
}

/** Consumes a challenge; false if it is unknown, used, expired, or was created for another account. */
export async function takePasskeyChallenge(
  db: Transaction,
  { hash, accountId, at }: { hash: string; accountId: string | null; at: Date },
): Promise<boolean> {
  const { count } = await db.passkeyChallenge.deleteMany({
    where: { hash, accountId, expiresAt: { gt: at } },
  });
  return count > 0;
}

export async function deleteExpiredPasskeyChallenges(db: Transaction, now: Date): Promise<void> {
  await db.passkeyChallenge.deleteMany({ where: { expiresAt: { lte: now } } });
}

/** How many passkeys each account has; those without are left out. */
export async function countPasskeys(db: Transaction): Promise<Map<string, number>> {
  const rows = await db.passkey.groupBy({ by: ['accountId'], _count: { _all: true } });
  return new Map(rows.map(({ accountId, _count }) => [accountId, _count._all]));
}
