import { isTokenActive } from '@viewpoints/db/editorial/access-tokens';
import { lockAccount } from '@viewpoints/db/editorial/accounts';
import { isSessionOpen } from '@viewpoints/db/editorial/sessions';
import type { Account } from '@viewpoints/domain/accounts/account';
import type { Command } from '../command.ts';
import { ProblemError } from '../problem.ts';

/**
 * Locks the row of the acting account, and checks that its session or access token has not ended. For
 * commands that set up a way to sign in or grant something: disabling the account or restoring its
 * address happens entirely before them, or after them and then ends what they set up.
 */
export async function lockCaller({ tx, acting }: Command): Promise<Account> {
  const account = await lockAccount(tx, acting.id);
  if (account === null || account.disabledAt !== null) throw new ProblemError('signed_out');
  // Read after the lock, so that a change the lock waited for is seen.
  const { session, token } = acting;
  if (session && !(await isSessionOpen(tx, session.id))) throw new ProblemError('signed_out');
  if (token && !(await isTokenActive(tx, token.id))) throw new ProblemError('signed_out');
  return account;
}
