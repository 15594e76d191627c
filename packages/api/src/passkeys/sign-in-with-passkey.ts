import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { EditorialDatabase } from '@viewpoints/db/client';
import {
  findPasskey,
  markPasskeyUsed,
  type StoredPasskey,
} from '@viewpoints/db/editorial/passkeys';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import type { Instance } from '../instance.ts';
import { type Clock, momentOf } from '../moment.ts';
import { newChallenge, relyingParty, takeChallenge } from './passkey-challenges.ts';
import { SignedCredential } from './passkey-inputs.ts';

/** better-auth's path at which a signature of a passkey becomes a session. */
export const passkeySignInPath = '/passkey/sign-in';

type Parts = {
  editorial: EditorialDatabase;
  instance: Pick<Instance, 'adminUrl'>;
  now?: Clock;
};

/** Signing in with a passkey as endpoints of better-auth, which makes the session and its cookie. */
export function passkeyPlugin(parts: Parts) {
  const { editorial, instance } = parts;
  return {
    id: 'viewpoints-passkey' as const,
    endpoints: {
      passkeyOptions: createAuthEndpoint('/passkey/options', { method: 'POST' }, async (ctx) => {
        const at = await momentOf(parts);
        const challenge = await newChallenge(editorial, { accountId: null, at });
        return ctx.json(
          // No list of keys: which accounts have some is told to nobody.
          await generateAuthenticationOptions({
            rpID: relyingParty(instance).rpID,
            challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
            userVerification: 'required',
          }),
        );
      }),
      signInWithPasskey: createAuthEndpoint(
        passkeySignInPath,
        { method: 'POST', body: z.object({ credential: SignedCredential }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const passkey = await verifySigned(parts, ctx.body.credential);
          if (passkey === null) throw refused();
          const user = await internalAdapter.findUserById(passkey.accountId);
          if (user === null) throw refused();
          const session = await internalAdapter.createSession(passkey.accountId);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ accountId: passkey.accountId });
        },
      ),
    },
  };
}

/** The passkey that made a signature in time, with its device's check of who holds it. */
async function verifySigned(
  parts: Parts,
  credential: z.output<typeof SignedCredential>,
): Promise<StoredPasskey | null> {
  const { editorial, instance } = parts;
  const at = await momentOf(parts);
  const passkey = await findPasskey(editorial, credential.id);
  if (passkey === null) return null;
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

const refused = () =>
  new APIError('UNAUTHORIZED', {
    code: 'PASSKEY_REFUSED',
    message: 'This passkey signs in to no account here. Sign in with your password.',
  });
