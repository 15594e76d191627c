import {
  endSignIns,
  findAccount,
  listAccounts,
  lockAccounts,
  updateDisabled,
} from '@viewpoints/db/editorial/accounts';
import { endMessages } from '@viewpoints/db/editorial/messages';
import type { Account } from '@viewpoints/domain/accounts/account';
import { checkAdminRemains, checkOwnRights } from '@viewpoints/domain/accounts/admins';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notFound } from '../problem.ts';
import { type HandedOver, handOverArticles } from './hand-over-articles.ts';
import type { DisablePerson, Input } from './people-inputs.ts';
import { enqueueOutboxCleaning, type RevocationCode, revokeGrants } from './revoke-grants.ts';

/**
 * Disables an account: ends its sessions and revokes its tokens, invitations and password links.
 * What it wrote stays under its name; articles whose turn was its go to `handOverTo`, where they can
 * take them, or are for anybody. Disabling oneself needs `confirmSelf`.
 */
export function disablePerson(
  ctx: CommandContext,
  { id, confirmSelf, handOverTo }: Input<typeof DisablePerson>,
): Promise<Account & HandedOver> {
  return runCommand(ctx, async (command) => {
    permit(command, 'people.disable');
    const { tx, at, acting } = command;
    await lockAccounts(tx);
    const locked = await findAccount(tx, id);
    if (locked === null) throw notFound('account');
    if (locked.disabledAt !== null) return { ...locked, handedOver: 0, unassigned: 0 };
    allow(checkAdminRemains(await listAccounts(tx), { accountId: id, roles: [] }));
    allow(checkOwnRights(locked, { byId: acting.id, roles: [], confirmed: confirmSelf }));
    const account = await updateDisabled(tx, id, at);
    await endAllOf(command, id, 'account_disabled');
    const handedOver = await handOverArticles(command, { from: id, to: handOverTo });
    await record(command, 'people.disable', ['account', id], { ...handedOver, to: handOverTo });
    return { ...account, ...handedOver };
  });
}

/** Enables an account again, with its roles; nothing that was revoked is restored. */
export function enablePerson(ctx: CommandContext, id: string): Promise<Account> {
  return runCommand(ctx, async (command) => {
    permit(command, 'people.enable');
    const { tx } = command;
    await lockAccounts(tx);
    const locked = await findAccount(tx, id);
    if (locked === null) throw notFound('account');
    if (locked.disabledAt === null) return locked;
    const account = await updateDisabled(tx, id, null);
    // A sign-in that ran while the account was being disabled may have left a session.
    await endAllOf(command, id, 'account_enabled');
    await record(command, 'people.enable', ['account', id]);
    return account;
  });
}

/** Ends sessions, links for a new password, access tokens and invitations of an account. */
async function endAllOf(command: Command, accountId: string, code: RevocationCode): Promise<void> {
  const { tx, at } = command;
  await endSignIns(tx, accountId);
  await endMessages(tx, { accountId, at });
  await enqueueOutboxCleaning(tx);
  await revokeGrants(command, accountId, code);
}
