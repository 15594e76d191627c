import { AsyncLocalStorage } from 'node:async_hooks';
import type { EditorialDatabase, Transaction } from '@viewpoints/db/client';
import {
  findSignInState,
  lockSignInState,
  type SignInState,
} from '@viewpoints/db/editorial/sign-in-state';
import { APIError } from 'better-auth/api';

/** The error of better-auth if an account changed between the check of a sign-in and its end. */
export const accountChanged = {
  code: 'ACCOUNT_CHANGED',
  message: 'The account changed meanwhile. Sign in again.',
};

/**
 * A request to sign in or to set a password, with the state of the account before anything was
 * compared. Hashing takes long enough for a new password, a new address or a disabled account to be
 * committed meanwhile, which makes the comparison out of date.
 */
export type SignInAttempt = { before: (SignInState & { passkeyId?: string }) | null };

const current = new AsyncLocalStorage<SignInAttempt>();

/** Handles a request of better-auth with the attempt that the functions below refer to. */
export const runSignInAttempt = <Result>(
  attempt: SignInAttempt,
  work: () => Promise<Result>,
): Promise<Result> => current.run(attempt, work);

/** Stores the state of an account in the attempt, before anything is compared; false if there is none. */
export async function beginSignInAttempt(
  editorial: EditorialDatabase,
  where: { id: string } | { email: string },
  passkeyId?: string,
): Promise<boolean> {
  const attempt = current.getStore();
  const before = await findSignInState(editorial, where);
  if (attempt !== undefined)
    attempt.before = before && (passkeyId === undefined ? before : { ...before, passkeyId });
  return before !== null;
}

/**
 * Whether an account is unchanged since the attempt began. Its row is locked until the transaction
 * ends: a change waits for the session, and ends it with the others.
 */
export async function isUnchanged(tx: Transaction, { before }: SignInAttempt): Promise<boolean> {
  if (before === null) return false;
  const now = await lockSignInState(tx, before.accountId);
  if (now?.state !== before.state) return false;
  return before.passkeyId === undefined || now.passkeyIds.includes(before.passkeyId);
}

/** Ends a transaction of better-auth if the account has changed since the attempt began. */
export async function requireUnchanged(tx: Transaction): Promise<void> {
  if (!(await isUnchanged(tx, current.getStore() ?? { before: null })))
    throw new APIError('UNAUTHORIZED', accountChanged);
}

/** The account of the attempt that is being handled; nothing is stored without one. */
export function signInAccount(): string {
  const before = current.getStore()?.before ?? null;
  if (before === null) throw new APIError('UNAUTHORIZED', accountChanged);
  return before.accountId;
}
