import type { Transaction } from '@viewpoints/db/client';
import { insertPasskeyChallenge, takePasskeyChallenge } from '@viewpoints/db/editorial/passkeys';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import type { Instance } from '../instance.ts';

/** How long a device has to sign, in milliseconds: users may have to look for it. */
const lifetime = 5 * 60 * 1000;

/** The relying party of passkeys: the host of the admin, which browsers bind them to. */
export function relyingParty({ adminUrl }: Pick<Instance, 'adminUrl'>): {
  rpID: string;
  origin: string;
} {
  const { hostname, origin } = new URL(adminUrl);
  return { rpID: hostname, origin };
}

/** Makes something for a device to sign, once: to add a passkey to an account, or to sign in (null). */
export async function newChallenge(
  db: Transaction,
  { accountId, at }: { accountId: string | null; at: Date },
): Promise<string> {
  const challenge = newSecret();
  const expiresAt = new Date(at.getTime() + lifetime);
  await insertPasskeyChallenge(db, { hash: secretHash(challenge), accountId, expiresAt });
  return challenge;
}

/** Consumes a challenge; false if it was not made for this, or not in time. */
export const takeChallenge = (
  db: Transaction,
  { challenge, ...use }: { challenge: string; accountId: string | null; at: Date },
): Promise<boolean> => takePasskeyChallenge(db, { hash: secretHash(challenge), ...use });

/** The kinds of keys that are taken: EdDSA, ES256 and RS256, which every device has one of. */
export const supportedAlgorithmIDs = [-8, -7, -257];
