import type { Transaction } from '../client.ts';
import { newId } from './new-id.ts';

const identifier = 'setup-link';

/** Stores the hash of the valid set-up link; an earlier one is no longer valid. */
export async function writeSetupProof(
  tx: Transaction,
  { hash, expiresAt }: { hash: string; expiresAt: Date },
): Promise<void> {
  await tx.verification.deleteMany({ where: { identifier } });
  await tx.verification.create({ data: { id: newId(), identifier, value: hash, expiresAt } });
}

/** Uses the set-up link up; false if it is unknown, used or too old. */
export async function takeSetupProof(tx: Transaction, hash: string, now: Date): Promise<boolean> {
  const { count } = await tx.verification.deleteMany({
    where: { identifier, value: hash, expiresAt: { gt: now } },
  });
  return count > 0;
}

/** Whether this link would be taken. */
export async function isSetupProofValid(
  db: Transaction,
  hash: string,
  now: Date,
): Promise<boolean> {
  const found = await db.verification.findFirst({
    where: { identifier, value: hash, expiresAt: { gt: now } },
    select: { id: true },
  });
  return found !== null;
}
