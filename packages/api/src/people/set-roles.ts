import {
  findAccount,
  listAccounts,
  lockAccounts,
  updateRoles,
} from '@viewpoints/db/editorial/accounts';
import type { Account } from '@viewpoints/domain/accounts/account';
import { checkAdminRemains, checkOwnRights } from '@viewpoints/domain/accounts/admins';
import { allow, type CommandContext, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import type { Input, SetRoles } from './people-inputs.ts';
import { permitLocked } from './permit-locked.ts';
import { revokeGrants } from './revoke-grants.ts';

/**
 * Sets the roles of an account; at least one admin always remains. Tokens and invitations of an
 * account that loses the role of admin are revoked. Removing one's own admin or last role needs
 * `confirmSelf`.
 */
export function setRoles(
  ctx: CommandContext,
  { id, roles, confirmSelf }: Input<typeof SetRoles>,
): Promise<Account> {
  return runCommand(ctx, async (command) => {
    const { tx, acting } = command;
    await lockAccounts(tx);
    await permitLocked(command, 'people.set_roles');
    const locked = await findAccount(tx, id);
    if (locked === null) throw notFound('account');
    if (locked.roles.length === roles.length && roles.every((role) => locked.roles.includes(role)))
      return locked;
    allow(checkAdminRemains(await listAccounts(tx), { accountId: id, roles }));
    allow(checkOwnRights(locked, { byId: acting.id, roles, confirmed: confirmSelf }));
    const account = await updateRoles(tx, id, roles);
    if (locked.roles.includes('admin') && !roles.includes('admin'))
      await revokeGrants(command, id, 'admin_removed');
    await record(command, 'people.set_roles', ['account', id], {
      from: locked.roles.join(' '),
      to: roles.join(' '),
    });
    return account;
  });
}
