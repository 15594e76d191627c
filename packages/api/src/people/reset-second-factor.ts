import { findAccount } from '@viewpoints/db/editorial/accounts';
import { deleteSecondFactor } from '@viewpoints/db/editorial/second-factors';
import { reason } from '@viewpoints/domain/refusal';
import { sendSecurityNotice } from '../accounts/security-notices.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound, ProblemError } from '../problem.ts';

/**
 * Takes the second factor from somebody who has lost their app and their recovery codes: they sign
 * in with the password alone until they set one up again.
 */
export function resetSecondFactor(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'people.reset_second_factor');
    const account = await findAccount(command.tx, id);
    if (account === null) throw notFound('account');
    if (!(await deleteSecondFactor(command.tx, id)))
      throw new ProblemError('refused', [
        reason('second_factor_off', 'This account has no second factor.'),
      ]);
    await sendSecurityNotice(command.tx, account, { kind: 'second_factor_reset' }, command.at);
    await record(command, 'people.reset_second_factor', ['account', id]);
    return { id };
  });
}
