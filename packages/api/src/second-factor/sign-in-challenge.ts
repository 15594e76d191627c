import { type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { insertSignInProof } from '@viewpoints/db/editorial/accounts';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { newSecret, proofIdentifier } from '../accounts/secrets.ts';
import {
  beginSignInAttempt,
  isUnchanged,
  type SignInAttempt,
} from '../accounts/sign-in-attempt.ts';
import { type Clock, momentOf } from '../moment.ts';
import type { FactorCipher } from './factor-cipher.ts';
import { verifyFactor } from './verify-factor.ts';

/** better-auth's path for the second step of signing in. */
export const secondFactorPath = '/second-factor';

/** better-auth's response to a right password if a code is needed as well. */
export const codeRequired = 'SECOND_FACTOR_REQUIRED';

const cookieName = 'viewpoints.second_factor';
/** Between the password and the code, in seconds. */
const lifetime = 10 * 60;

const identifierOf = (token: string) => `second-factor:${token}`;

type Proof = { value: string; expiresAt: Date } | null;
type Proofs = {
  findVerificationValue: (identifier: string) => Promise<Proof>;
};

/**
 * The state of a browser between a right password and a code: a random token in a cookie, of which
 * the database has a hash. It opens nothing by itself, and ends with a new password.
 */
export function createSignInChallenges(
  proofs: () => Promise<Proofs>,
  { editorial, secure }: { editorial: EditorialDatabase; secure: boolean },
) {
  const cookie = (value: string, maxAge: number) =>
    [
      `${cookieName}=${value}`,
      ...['Path=/auth', 'HttpOnly', 'SameSite=Lax', `Max-Age=${maxAge}`],
      ...(secure ? ['Secure'] : []),
    ].join('; ');
  return {
    /**
     * Begins a challenge after a right password; returns its `Set-Cookie` header. Null if the account has
     * changed since: a new password ends all challenges, and would miss this one.
     */
    begin: (attempt: SignInAttempt): Promise<string | null> =>
      inTransaction(editorial, async (tx) => {
        const accountId = attempt.before?.accountId;
        if (accountId === undefined || !(await isUnchanged(tx, attempt))) return null;
        const token = newSecret();
        const at = new Date();
        await insertSignInProof(tx, {
          ...{ accountId, identifier: proofIdentifier(identifierOf(token)), at },
          expiresAt: new Date(at.getTime() + lifetime * 1000),
        });
        return cookie(token, lifetime);
      }),
    /** The account that gave its password in the browser of these cookies; null for none. */
    accountOf: async (cookies: string | null): Promise<string | null> => {
      const token = tokenIn(cookies);
      const proof = token && (await (await proofs()).findVerificationValue(identifierOf(token)));
      return proof && proof.expiresAt > new Date() ? proof.value : null;
    },
    /** The `Set-Cookie` header that takes the cookie away. */
    forget: cookie('', 0),
  };
}

export type SignInChallenges = ReturnType<typeof createSignInChallenges>;

function tokenIn(cookies: string | null): string | null {
  return /(?:^|;\s*)viewpoints\.second_factor=([\w-]{43})(?:;|$)/.exec(cookies ?? '')?.[1] ?? null;
}

/** The second step as an endpoint of better-auth, which makes the session and its cookie. */
export function secondFactorPlugin({
  editorial,
  factorCipher,
  now,
}: {
  editorial: EditorialDatabase;
  factorCipher: FactorCipher;
  now?: Clock;
}) {
  return {
    id: 'viewpoints-second-factor' as const,
    endpoints: {
      signInWithCode: createAuthEndpoint(
        secondFactorPath,
        { method: 'POST', body: z.object({ code: z.string().min(1).max(100) }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const token = tokenIn(ctx.headers?.get('cookie') ?? null);
          const proof = token && (await internalAdapter.findVerificationValue(identifierOf(token)));
          if (!token || !proof || proof.expiresAt <= new Date()) throw tooLate();
          const accountId = proof.value;
          // A later change is seen when the session begins; an earlier one has ended the proof.
          await beginSignInAttempt(editorial, { id: accountId });
          const at = await momentOf({ editorial, now });
          const { code } = ctx.body;
          const by = await verifyFactor({ editorial, factorCipher }, { accountId, code, at });
          if (by === null)
            throw new APIError('UNAUTHORIZED', {
              code: 'WRONG_CODE',
              message: 'This code is wrong, too old or used already.',
            });
          // Once: of two requests at the same moment, one gets the session.
          if ((await internalAdapter.consumeVerificationValue(identifierOf(token))) === null)
            throw tooLate();
          const user = await internalAdapter.findUserById(accountId);
          if (user === null) throw tooLate();
          const session = await internalAdapter.createSession(accountId);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ by });
        },
      ),
    },
  };
}

const tooLate = () =>
  new APIError('UNAUTHORIZED', {
    code: 'SIGN_IN_AGAIN',
    message: 'Too much time has passed since the password: sign in again.',
  });
