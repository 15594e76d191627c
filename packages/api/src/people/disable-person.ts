import {
  findAccount,
  listAccounts,
  lockAccounts,
  updateDisabled,
} from '@viewpoints/db/editorial/accounts';
import type { Account } from '@viewpoints/domain/accounts/account';
import { checkAdminRemains } from '@viewpoints/domain/accounts/admins';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

/** Signs somebody out everywhere and keeps them out; what they did stays theirs. */
export function disablePerson(ctx: CommandContext, id: string): Promise<Account> {
  return runCommand(ctx, async (command) => {
    permit(command, 'people.disable');
    const { tx, at } = command;
    await lockAccounts(tx);
    const held = await findAccount(tx, id);
    if (held === null) throw notFound('account');
    if (held.disabledAt !== null) return held;
    allow(checkAdminRemains(await listAccounts(tx), { accountId: id, roles: [] }));
    const account = await updateDisabled(tx, id, at);
    await record(command, 'people.disable', ['account', id]);
    return account;
  });
}

/** Lets somebody in again, with the roles they had. */
export function enablePerson(ctx: CommandContext, id: string): Promise<Account> {
  return runCommand(ctx, async (command) => {
    permit(command, 'people.enable');
    const { tx } = command;
    await lockAccounts(tx);
    const held = await findAccount(tx, id);
    if (held === null) throw notFound('account');
    if (held.disabledAt === null) return held;
    const account = await updateDisabled(tx, id, null);
    await record(command, 'people.enable', ['account', id]);
    return account;
  });
}
