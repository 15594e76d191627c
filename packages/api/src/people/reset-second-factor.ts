import { findAccount } from '@viewpoints/db/editorial/accounts';
import { deletePasskeysOf } from '@viewpoints/db/editorial/passkeys';
import { deleteSecondFactor } from '@viewpoints/db/editorial/second-factors';
import type { Account } from '@viewpoints/domain/accounts/account';
import { reason } from '@viewpoints/domain/refusal';
import { sendSecurityNotice } from '../accounts/security-notices.ts';
import { type Command, type CommandContext, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';
import { permitLocked } from './permit-locked.ts';

/**
 * Removes the second factor, its recovery codes and all passkeys of an account that has lost them:
 * its owner signs in with the password alone until they set one up again.
 */
export function resetSecondFactor(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    await permitLocked(command, 'people.reset_second_factor');
    const account = await findAccount(command.tx, id);
    if (account === null) throw notFound('account');
    if (!(await takeSecondFactor(command, account)))
      throw new ProblemError('refused', [
        reason('second_factor_off', 'This account has no second factor and no passkey.'),
      ]);
    return { id };
  });
}

/** The same, called for an admin or the operator of the server; false if there is none. */
export async function takeSecondFactor(command: Command, account: Account): Promise<boolean> {
  const passkeys = await deletePasskeysOf(command.tx, account.id);
  const had = await deleteSecondFactor(command.tx, account.id);
  if (!had && passkeys === 0) return false;
  await sendSecurityNotice(command.tx, account, { kind: 'second_factor_reset' }, command.at);
  await record(command, 'people.reset_second_factor', ['account', account.id], {
    passkeys,
  });
  return true;
}
