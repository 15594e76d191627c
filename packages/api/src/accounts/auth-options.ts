import type { EditorialDatabase } from '@viewpoints/db/client';
import { findAccount } from '@viewpoints/db/editorial/accounts';
import { insertAuditRecord } from '@viewpoints/db/editorial/audit-records';
import { authAdapter, type SignInWrite } from '@viewpoints/db/editorial/auth-adapter';
import { newId } from '@viewpoints/db/editorial/new-id';
import { hasSecondFactor } from '@viewpoints/db/editorial/second-factors';
import { passwordLength } from '@viewpoints/domain/accounts/password';
import type { AccountAction } from '@viewpoints/domain/audit/audit-sentences';
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type Instance, trustedOrigins } from '../instance.ts';
import { type Clock, momentOf } from '../moment.ts';
import { passkeyPlugin, passkeySignInPath } from '../passkeys/sign-in-with-passkey.ts';
import type { FactorCipher } from '../second-factor/factor-cipher.ts';
import {
  codeRequired,
  secondFactorPath,
  secondFactorPlugin,
} from '../second-factor/sign-in-challenge.ts';
import { deviceName } from './device-name.ts';
import { resetIdentifier, sendResetLink } from './password-resets.ts';
import { beginSignInAttempt, requireUnchanged, signInAccount } from './sign-in-attempt.ts';

const day = 24 * 60 * 60;

export type AccountsOptions = {
  editorial: EditorialDatabase;
  instance: Pick<Instance, 'adminUrl' | 'apiUrl'>;
  secret: string;
  log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
  /** Absent but in tests: time is the database's. */
  now?: Clock;
};

/** Paths by which a session begins without a code: one was given already, or is not needed. */
const withoutCode: ReadonlySet<string | undefined> = new Set([
  secondFactorPath,
  // A device checks who holds it before it signs: that is two factors.
  passkeySignInPath,
  '/change-password',
]);

const actions: Record<SignInWrite, AccountAction> = {
  session: 'account.sign_in',
  password: 'account.change_password',
};

function textIn(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

/** The used part of the endpoint's context in a database hook. */
type HookContext = {
  path?: string | undefined;
  context: { session?: { session: { authenticatedAt?: Date } } | null };
};

/** Options for better-auth; `background` collects its work after the response. */
export function authOptions(
  {
    editorial,
    instance,
    secret,
    log,
    now,
    factorCipher,
  }: AccountsOptions & {
    factorCipher: FactorCipher;
  },
  background: Set<Promise<unknown>>,
) {
  const moment = () => momentOf({ editorial, now });
  // Not awaited: the response time must not reveal whether an address has an account.
  const runInBackground = (task: Promise<unknown>) => {
    const done = task
      .catch((error: unknown) => log.error({ err: error }, 'a task of accounts failed'))
      .finally(() => background.delete(done));
    background.add(done);
  };
  return {
    appName: 'Viewpoints',
    baseURL: instance.adminUrl,
    basePath: '/auth',
    secret,
    database: authAdapter(editorial, {
      before: requireUnchanged,
      after: async (tx, written) => {
        const accountId = signInAccount();
        await insertAuditRecord(tx, {
          at: (await momentOf({ editorial: tx, now })).toISOString(),
          by: accountId,
          action: actions[written],
          subjectKind: 'account',
          subjectId: accountId,
          details: {},
        });
      },
    }),
    trustedOrigins: trustedOrigins(instance),
    user: { modelName: 'account' },
    account: { modelName: 'credential' },
    session: {
      ...{ expiresIn: 14 * day, updateAge: day },
      additionalFields: {
        device: { type: 'string' as const, input: false },
        usedAt: { type: 'date' as const, input: false },
        authenticatedAt: { type: 'date' as const, input: false },
      },
    },
    // Links are stored as hashes, like every other secret that is sent.
    verification: { storeIdentifier: 'hashed' as const },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by set-up and invitations, which this package does itself.
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      // Access tokens and other links end with the password too: `revoke_on_password_change` in prisma/.
      revokeSessionsOnPasswordReset: true,
    },
    hooks: {
      // The endpoints for passkeys and codes begin their attempt themselves, once they know the account.
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path === '/sign-in/email') {
          const email = textIn(ctx.body, 'email').toLowerCase();
          const isKnown = await beginSignInAttempt(editorial, { email });
          // better-auth reads the password of a known account, and hashes one for an unknown
          // address. The time it takes must not reveal which it was either.
          if (!isKnown) await ctx.context.internalAdapter.findCredentialAccount(newId());
        }
        if (ctx.path === '/request-password-reset') {
          const { data: email } = z.email().safeParse(textIn(ctx.body, 'email'));
          // better-auth would look for the account and store the link before it answers.
          if (email !== undefined) {
            runInBackground(
              moment().then((at) => sendResetLink({ editorial, instance, at }, email)),
            );
            return ctx.json({ status: true });
          }
        }
        if (ctx.path === '/reset-password') {
          const identifier = resetIdentifier(textIn(ctx.body, 'token'));
          const proof = await ctx.context.internalAdapter.findVerificationValue(identifier);
          if (proof !== null) await beginSignInAttempt(editorial, { id: proof.value });
        }
        if (ctx.path === '/change-password') {
          const session = await getSessionFromCtx(ctx);
          if (session !== null) await beginSignInAttempt(editorial, { id: session.user.id });
        }
      }),
    },
    databaseHooks: {
      session: {
        create: {
          before: async (
            session: { userId: string; userAgent?: string | null | undefined },
            context: HookContext | null,
          ) => {
            const account = await findAccount(editorial, session.userId);
            if (account === null || account.disabledAt !== null)
              throw new APIError('FORBIDDEN', {
                code: 'BANNED_USER',
                message: 'This account is disabled.',
              });
            // better-auth has compared the password, and has sent nothing yet.
            const needsCode = await hasSecondFactor(editorial, account.id);
            if (needsCode && !withoutCode.has(context?.path))
              throw new APIError('UNAUTHORIZED', {
                code: codeRequired,
                message: 'A code of the second factor is needed as well.',
              });
            const at = await moment();
            const device = deviceName(session.userAgent);
            // A new password replaces the old one, but no code.
            const before = context?.context.session?.session.authenticatedAt;
            const authenticatedAt = needsCode ? (before ?? at) : at;
            const known = { device, usedAt: at, authenticatedAt };
            return { data: { ipAddress: null, userAgent: null, ...known } };
          },
        },
      },
    },
    plugins: [
      secondFactorPlugin({ editorial, factorCipher, now }),
      passkeyPlugin({ editorial, instance, now }),
    ],
    // Thrown errors reach the server's own handler, which says nothing that it should not.
    onAPIError: { throw: true },
    // Tries are counted by `attempt-limits.ts`, which knows no address.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'viewpoints',
      useSecureCookies: instance.adminUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: newId },
      backgroundTasks: { handler: runInBackground },
    },
    logger: {
      level: 'warn' as const,
      log: (
        level: 'debug' | 'info' | 'warn' | 'error',
        _message: string,
        ...details: unknown[]
      ) => {
        const error = details.find((each) => each instanceof Error);
        log[level](
          { part: 'accounts', ...(error === undefined ? {} : { err: error }) },
          'accounts',
        );
      },
    },
    telemetry: { enabled: false },
  };
}
