import { insertAccount, isOwned, lockAccounts } from '@viewpoints/db/editorial/accounts';
import { newId } from '@viewpoints/db/editorial/new-id';
import { type Account, Role } from '@viewpoints/domain/accounts/account';
import { reason } from '@viewpoints/domain/refusal';
import { type Command, record } from '../command.ts';
import { ProblemError } from '../problem.ts';

export type Owner = { email: string; name: string; passwordHash: string };

/** Creates the first account, with every role; a second call finds the journal owned. */
export async function makeFirstOwner(command: Command, owner: Owner): Promise<Account> {
  const { tx, at } = command;
  await lockAccounts(tx);
  if (await isOwned(tx))
    throw new ProblemError('link_expired', [
      reason('journal_owned', 'Somebody owns this journal already: sign in, or ask to be invited.'),
    ]);
  const account = await insertAccount(tx, { id: newId(), ...owner, roles: [...Role.options], at });
  await record({ ...command, by: account.id }, 'account.set_up', ['account', account.id]);
  return account;
}
