import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { EditorialDatabase } from '@viewpoints/db/client';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { beginSignInAttempt } from '../accounts/sign-in-attempt.ts';
import type { Instance } from '../instance.ts';
import { type Clock, momentOf } from '../moment.ts';
import { newChallenge, relyingParty } from './passkey-challenges.ts';
import { WholeSignedCredential } from './passkey-inputs.ts';
import { verifyPasskey } from './verify-passkey.ts';

/** better-auth's path at which a signature of a passkey becomes a session. */
export const passkeySignInPath = '/passkey/sign-in';

type Dependencies = {
  editorial: EditorialDatabase;
  instance: Pick<Instance, 'adminUrl'>;
  now?: Clock;
};

/** Signing in with a passkey as endpoints of better-auth, which makes the session and its cookie. */
export function passkeyPlugin(parts: Dependencies) {
  const { editorial, instance } = parts;
  return {
    id: 'viewpoints-passkey' as const,
    endpoints: {
      passkeyOptions: createAuthEndpoint('/passkey/options', { method: 'POST' }, async (ctx) => {
        const at = await momentOf(parts);
        const challenge = await newChallenge(editorial, { accountId: null, at });
        return ctx.json(
          // No list of keys: it would reveal which accounts have some.
          await generateAuthenticationOptions({
            rpID: relyingParty(instance).rpID,
            challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
            userVerification: 'required',
          }),
        );
      }),
      signInWithPasskey: createAuthEndpoint(
        passkeySignInPath,
        { method: 'POST', body: z.object({ credential: WholeSignedCredential }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const passkey = await verifyPasskey(parts, ctx.body.credential, async (found) => {
            await beginSignInAttempt(editorial, { id: found.accountId }, found.id);
            return true;
          });
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

const refused = () =>
  new APIError('UNAUTHORIZED', {
    code: 'PASSKEY_REFUSED',
    message: 'This passkey signs in to no account here. Sign in with your password.',
  });
