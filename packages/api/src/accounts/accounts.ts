import { type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { findAccount } from '@viewpoints/db/editorial/accounts';
import { insertAuditRecord } from '@viewpoints/db/editorial/audit-records';
import { authAdapter } from '@viewpoints/db/editorial/auth-adapter';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { insertMessage } from '@viewpoints/db/editorial/messages';
import { newId } from '@viewpoints/db/editorial/new-id';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Logger } from 'pino';
import { type Instance, trustedOrigins } from '../instance.ts';
import { type Clock, momentOf } from '../moment.ts';
import { ProblemError, problemOf } from '../problem.ts';
import { passwordResetMessage } from './account-messages.ts';
import { passwordLength } from './password.ts';

/** Header in which the server hands on the caller's address; anything a caller sets is dropped. */
export const callerAddressHeader = 'x-viewpoints-caller';

const resetLifetime = 60 * 60;
const day = 24 * 60 * 60;

export type AccountsOptions = {
  editorial: EditorialDatabase;
  instance: Instance;
  secret: string;
  log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
  /** Absent but in tests: time is the database's. */
  now?: Clock;
};

/** Signing in, out and back in: better-auth with sessions in the database. */
export type Accounts = {
  /** Answers what is under `/auth/`. */
  handle: (request: Request) => Promise<Response>;
  /** The account whose session a request carries, and cookies to refresh; null for nobody. */
  session: (headers: Headers) => Promise<{ accountId: string; setCookies: string[] } | null>;
  /** Resolves once nothing is left to be done in the background. */
  settled: () => Promise<void>;
};

export function createAccounts(options: AccountsOptions): Accounts {
  const background = new Set<Promise<unknown>>();
  const auth = betterAuth(authOptions(options, background));
  return {
    handle: auth.handler,
    session: async (headers) => {
      try {
        const result = await auth.api.getSession({ headers, returnHeaders: true });
        if (result.response === null) return null;
        const setCookies = result.headers?.getSetCookie() ?? [];
        return { accountId: result.response.user.id, setCookies };
      } catch (error) {
        // better-auth wraps whatever the database threw; its refusals mean that nobody is signed in.
        if (error instanceof APIError && error.statusCode < 500) return null;
        const { code, reasons } = problemOf(error);
        throw code === 'unexpected' ? error : new ProblemError(code, reasons);
      }
    },
    settled: async () => {
      await Promise.allSettled(background);
    },
  };
}

function authOptions(
  { editorial, instance, secret, log, now }: AccountsOptions,
  background: Set<Promise<unknown>>,
) {
  const audit = async (action: string, accountId: string) =>
    insertAuditRecord(editorial, {
      at: (await momentOf({ editorial, now })).toISOString(),
      by: accountId,
      action,
      subjectKind: 'account',
      subjectId: accountId,
      details: {},
    });
  return {
    appName: 'Viewpoints',
    baseURL: instance.adminUrl,
    basePath: '/auth',
    secret,
    database: authAdapter(editorial),
    trustedOrigins: trustedOrigins(instance),
    user: { modelName: 'account' },
    account: { modelName: 'credential' },
    session: { expiresIn: 14 * day, updateAge: day },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by set-up and invitations, which this package does itself.
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: resetLifetime,
      onPasswordReset: ({ user }: { user: { id: string } }) =>
        audit('account.change_password', user.id),
      sendResetPassword: async ({
        user,
        token,
      }: {
        user: { id: string; email: string };
        token: string;
      }) => {
        const account = await findAccount(editorial, user.id);
        if (account === null || account.disabledAt !== null) return;
        const id = newId();
        await inTransaction(editorial, async (tx) => {
          const message = passwordResetMessage(instance, account, token);
          const at = await momentOf({ editorial: tx, now });
          await insertMessage(tx, { id, kind: 'password_reset', ...message, at });
          await addJob(tx, 'send_message', { messageId: id });
        });
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session: { userId: string }) => {
            const account = await findAccount(editorial, session.userId);
            if (account === null || account.disabledAt !== null)
              throw new APIError('FORBIDDEN', {
                code: 'BANNED_USER',
                message: 'This account is disabled.',
              });
          },
          after: (session: { userId: string }) => audit('account.sign_in', session.userId),
        },
      },
      account: {
        update: {
          // A reset updates by condition and tells no row here: see `onPasswordReset`.
          after: async (credential: { userId?: string } | number | null) => {
            const userId = typeof credential === 'object' ? credential?.userId : undefined;
            if (userId !== undefined) await audit('account.change_password', userId);
          },
        },
      },
    },
    // Thrown errors reach the server's own handler, which says nothing that it should not.
    onAPIError: { throw: true },
    rateLimit: {
      enabled: true,
      storage: 'database' as const,
      modelName: 'rateLimit',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/request-password-reset': { window: 300, max: 5 },
        '/reset-password': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'viewpoints',
      useSecureCookies: instance.adminUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [callerAddressHeader] },
      database: { generateId: newId },
      // Not awaited: how long an answer takes must not tell whether an address has an account.
      backgroundTasks: {
        handler: (task: Promise<unknown>) => {
          const done = task
            .catch((error: unknown) => log.error({ err: error }, 'a task of accounts failed'))
            .finally(() => background.delete(done));
          background.add(done);
        },
      },
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
