import { type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { isOwned } from '@viewpoints/db/editorial/accounts';
import { writeSetupProof } from '@viewpoints/db/editorial/setup-proof';
import { type Clock, momentOf } from '../moment.ts';
import { newSecret, secretHash } from './secrets.ts';

const lifetime = 24 * 60 * 60 * 1000;

/**
 * Creates the one-time link by which the first owner signs up; null if the journal has an owner. It
 * works for a day, and a new one replaces an earlier one.
 */
export async function createSetupLink({
  editorial,
  adminUrl,
  now,
}: {
  editorial: EditorialDatabase;
  adminUrl: string;
  now?: Clock;
}): Promise<string | null> {
  return inTransaction(editorial, async (tx) => {
    if (await isOwned(tx)) return null;
    const token = newSecret();
    const at = await momentOf({ editorial: tx, now });
    const expiresAt = new Date(at.getTime() + lifetime);
    await writeSetupProof(tx, { hash: secretHash(token), expiresAt });
    return `${adminUrl}/setup?token=${token}`;
  });
}

/** Whether the journal has an owner yet. */
export async function setupStatus(editorial: EditorialDatabase): Promise<{ owned: boolean }> {
  return { owned: await isOwned(editorial) };
}
