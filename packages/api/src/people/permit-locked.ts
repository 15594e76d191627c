import type { Account } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import { lockCaller } from '../accounts/lock-caller.ts';
import { type Command, permit } from '../command.ts';

/**
 * Checks a permission against the acting account's row, read again under a lock. For commands about
 * people, and those that grant something: disabling that account or removing its role happens entirely
 * before, or after and then revokes what was granted. A command that locks all accounts does so first,
 * since it may wait for one that disables the caller.
 */
export async function permitLocked(command: Command, action: Action): Promise<Account> {
  const { acting, fourEyes } = command;
  const account = await lockCaller(command);
  permit({ acting: { ...acting, roles: account.roles }, fourEyes }, action);
  return account;
}
