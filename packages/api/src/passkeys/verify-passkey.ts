import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { EditorialDatabase } from '@viewpoints/db/client';
import {
  findPasskey,
  markPasskeyUsed,
  type StoredPasskey,
} from '@viewpoints/db/editorial/passkeys';
import type { z } from 'zod';
import type { Instance } from '../instance.ts';
import { type Clock, momentOf } from '../moment.ts';
import { relyingParty, takeChallenge } from './passkey-challenges.ts';
import type { SignedCredential } from './passkey-inputs.ts';

type Dependencies = {
  editorial: EditorialDatabase;
  instance: Pick<Instance, 'adminUrl'>;
  now?: Clock;
};

/**
 * Verifies a signature by a device that checked its user, and returns its passkey. Null if it is wrong
 * or too late.
 * @param accept whether a signature by this passkey counts; called before the challenge is used up
 */
export async function verifyPasskey(
  parts: Dependencies,
  credential: z.output<typeof SignedCredential>,
  accept: (passkey: StoredPasskey) => Promise<boolean>,
): Promise<StoredPasskey | null> {
  const { editorial, instance } = parts;
  const at = await momentOf(parts);
  const passkey = await findPasskey(editorial, credential.id);
  if (passkey === null || !(await accept(passkey))) return null;
  const { rpID, origin } = relyingParty(instance);
  const { userHandle, ...response } = credential.response;
  const result = await verifyAuthenticationResponse({
    response: {
      ...credential,
      response: { ...response, ...(userHandle ? { userHandle } : {}) },
      clientExtensionResults: {},
    },
    expectedChallenge: (challenge) => takeChallenge(editorial, { challenge, accountId: null, at }),
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: {
      ...{ id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.counter },
    },
    requireUserVerification: true,
  }).catch(() => null);
  if (!result?.verified) return null;
  const { newCounter } = result.authenticationInfo;
  await markPasskeyUsed(editorial, { id: passkey.id, counter: newCounter, at });
  return passkey;
}
