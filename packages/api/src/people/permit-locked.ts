import { lockAccount } from '@viewpoints/db/editorial/accounts';
import type { Account } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import { type Command, permit } from '../command.ts';
import { ProblemError } from '../problem.ts';

/**
 * Checks a permission against the acting account's row, read again under a lock. For commands that
 * grant something (invitations, access tokens): disabling that account or taking its role happens
 * entirely before, or after and then revokes what was granted.
 */
export async function permitLocked(command: Command, action: Action): Promise<Account> {
  const { acting, fourEyes } = command;
  const account = await lockAccount(command.tx, acting.id);
  if (account === null || account.disabledAt !== null) throw new ProblemError('signed_out');
  permit({ acting: { ...acting, roles: account.roles }, fourEyes }, action);
  return account;
}
