import { lockAccount } from '@viewpoints/db/editorial/accounts';
import type { Account } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import { type Command, permit } from '../command.ts';
import { ProblemError } from '../problem.ts';

/**
 * Goes on only where the acting account may still do this: its row is read again and locked, so that
 * whoever disables it or takes its role comes before or after, and finds all that it handed out.
 * For commands that hand something out (invitations, access tokens).
 */
export async function permitAsOfNow(command: Command, action: Action): Promise<Account> {
  const { acting, fourEyes } = command;
  const account = await lockAccount(command.tx, acting.id);
  if (account === null || account.disabledAt !== null) throw new ProblemError('signed_out');
  permit({ acting: { ...acting, roles: account.roles }, fourEyes }, action);
  return account;
}
