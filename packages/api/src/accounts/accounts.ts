import { findLastRestore, insertAuditRecord } from '@viewpoints/db/editorial/audit-records';
import type { Account } from '@viewpoints/domain/accounts/account';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { momentOf } from '../moment.ts';
import { ProblemError, problemOf } from '../problem.ts';
import { createFactorCipher, type FactorCipher } from '../second-factor/factor-cipher.ts';
import {
  createSignInChallenges,
  type SignInChallenges,
} from '../second-factor/sign-in-challenge.ts';
import { type AttemptLimits, createAttemptLimits } from './attempt-limits.ts';
import { type AccountsOptions, authOptions } from './auth-options.ts';
import { createDeviceCookies, type DeviceCookies } from './device-cookies.ts';
import { deviceName } from './device-name.ts';
import { resetIdentifier, resetLifetime, resetLink } from './password-resets.ts';
import { newSecret } from './secrets.ts';
import { noticeNewSignIn } from './security-notices.ts';
import { runSignInAttempt, type SignInAttempt } from './sign-in-attempt.ts';
import { createTokenLookup, type TokenLookup } from './token-lookup.ts';

/** The session that a request carries, and cookies to refresh. */
export type FoundSession = {
  accountId: string;
  id: string;
  usedAt: Date;
  authenticatedAt: Date;
  setCookies: string[];
};

/** Signing in, out and back in: better-auth with sessions in the database. */
export type Accounts = {
  /** Handles requests under `/auth/`, and notes in `attempt` the account that they concern. */
  handle: (request: Request, attempt: SignInAttempt) => Promise<Response>;
  /** The session that a request carries; null if it has none. */
  session: (headers: Headers) => Promise<FoundSession | null>;
  /** Creates a one-time reset link, for the operator of the server to pass on. */
  createResetLink: (account: Pick<Account, 'id'>) => Promise<string>;
  tokens: TokenLookup;
  attempts: AttemptLimits;
  factorCipher: FactorCipher;
  /** Browsers that gave a right password and have to give a code. */
  challenges: SignInChallenges;
  devices: DeviceCookies;
  /** Notifies an account, in the background, of a sign-in in a browser it was not used in before. */
  noticeNewSignIn: (accountId: string, userAgent: string | undefined) => void;
  /** Resolves once nothing is left to be done in the background. */
  waitForBackground: () => Promise<void>;
};

export function createAccounts(options: AccountsOptions): Accounts {
  const { editorial, instance, secret, now } = options;
  const background = new Set<Promise<unknown>>();
  const factorCipher = createFactorCipher(secret);
  const auth = betterAuth(authOptions({ ...options, factorCipher }, background));
  const secure = instance.adminUrl.startsWith('https:');
  const proofs = async () => (await auth.$context).internalAdapter;
  return {
    handle: (request, attempt) => runSignInAttempt(attempt, () => auth.handler(request)),
    session: async (headers) => {
      try {
        const result = await auth.api.getSession({ headers, returnHeaders: true });
        if (result.response === null) return null;
        const setCookies = result.headers?.getSetCookie() ?? [];
        const { user, session } = result.response;
        const { id, usedAt, authenticatedAt } = session;
        return { accountId: user.id, id, usedAt, authenticatedAt, setCookies };
      } catch (error) {
        // better-auth wraps errors of the database; its own refusals mean that there is no session.
        if (error instanceof APIError && error.statusCode < 500) return null;
        const { code, reasons } = problemOf(error);
        throw code === 'unexpected' ? error : new ProblemError(code, reasons);
      }
    },
    createResetLink: async ({ id }) => {
      const token = newSecret();
      const expiresAt = new Date(Date.now() + resetLifetime * 1000);
      await (await proofs()).createVerificationValue({
        ...{ identifier: resetIdentifier(token), value: id, expiresAt },
      });
      await insertAuditRecord(editorial, {
        ...{
          at: (await momentOf({ editorial, now })).toISOString(),
          by: null,
          action: 'account.make_reset_link',
        },
        ...{ subjectKind: 'account', subjectId: id, details: {} },
      });
      return resetLink(instance, token);
    },
    tokens: createTokenLookup(options),
    attempts: createAttemptLimits(options),
    factorCipher,
    challenges: createSignInChallenges(proofs, { editorial, secure }),
    devices: createDeviceCookies({
      ...{ secret, secure },
      findLastRestore: (email) => findLastRestore(editorial, email),
    }),
    noticeNewSignIn: (accountId, userAgent) => {
      const device = deviceName(userAgent);
      const done = momentOf({ editorial, now })
        .then((at) => noticeNewSignIn(editorial, { accountId, device, at }))
        .catch((error: unknown) => options.log.error({ err: error }, 'no notice of a sign-in'))
        .finally(() => background.delete(done));
      background.add(done);
    },
    waitForBackground: async () => {
      await Promise.allSettled(background);
    },
  };
}
