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
import { allow, type Command, type CommandContext, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { type HandedOver, handOverArticles } from './hand-over-articles.ts';
import type { DisablePerson, Input } from './people-inputs.ts';
import { permitLocked } from './permit-locked.ts';
import { enqueueOutboxCleaning, type RevocationCode, revokeGrants } from './revoke-grants.ts';
import { revokeLinks } from './revoke-links.ts';

/**
 * Disables an account: ends its sessions and revokes its tokens, invitations, password links and
 * the links that it made to previews and quote checks. What it wrote stays under its name; its
 * assigned articles go to `handOverTo`, if that account can take them, or are unassigned. Disabling
 * oneself needs `confirmSelf`.
 */
export function disablePerson(
  ctx: CommandContext,
  { id, confirmSelf, handOverTo }: Input<typeof DisablePerson>,
): Promise<Account & HandedOver> {
  return runCommand(ctx, async (command) => {
    const { tx, at, acting } = command;
    await lockAccounts(tx);
    await permitLocked(command, 'people.disable');
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
    const { tx } = command;
    await lockAccounts(tx);
    await permitLocked(command, 'people.enable');
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

/** Ends sessions, links for a new password, access tokens, invitations and links of an account. */
export async function endAllOf(
  command: Command,
  accountId: string,
  code: RevocationCode,
): Promise<void> {
  const { tx, at } = command;
  await endSignIns(tx, accountId);
  await endMessages(tx, { accountId, at });
  await enqueueOutboxCleaning(tx);
  await revokeGrants(command, accountId, code);
  await revokeLinks(command, accountId, code);
}
