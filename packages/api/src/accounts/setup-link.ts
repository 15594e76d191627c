import { type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { isOwned } from '@viewpoints/db/editorial/accounts';
import { writeSetupProof } from '@viewpoints/db/editorial/setup-proof';
import { newSecret, secretHash } from './secrets.ts';

const lifetime = 24 * 60 * 60 * 1000;

/**
 * Makes the one-time link by which the first owner comes in; null where somebody owns the journal.
 * It works for a day, and a new one takes the place of one made before.
 */
export async function createSetupLink({
  editorial,
  adminUrl,
  now = () => new Date(),
}: {
  editorial: EditorialDatabase;
  adminUrl: string;
  now?: () => Date;
}): Promise<string | null> {
  return inTransaction(editorial, async (tx) => {
    if (await isOwned(tx)) return null;
    const token = newSecret();
    const expiresAt = new Date(now().getTime() + lifetime);
    await writeSetupProof(tx, { hash: secretHash(token), expiresAt });
    return `${adminUrl}/setup?token=${token}`;
  });
}

/** Whether anybody owns the journal yet. */
export async function setupStatus(editorial: EditorialDatabase): Promise<{ owned: boolean }> {
  return { owned: await isOwned(editorial) };
}
