import { findPasswordHash } from '@viewpoints/db/editorial/accounts';
import { hasSecondFactor } from '@viewpoints/db/editorial/second-factors';
import { markSessionAuthenticated } from '@viewpoints/db/editorial/sessions';
import { reason } from '@viewpoints/domain/refusal';
import { verifyPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { passwordLength } from '../accounts/password.ts';
import { record, runCommand } from '../command.ts';
import type { OwnSessionContext } from '../context.ts';
import { momentOf } from '../moment.ts';
import { ProblemError } from '../problem.ts';
import { verifyFactor } from '../second-factor/verify-factor.ts';

/** A code of the app or a recovery code, however it is spaced. */
export const Code = z.string().min(1, 'write a code here').max(100);

export const ConfirmIdentity = z.union([
  z.strictObject({ password: z.string().min(1).max(passwordLength.max) }),
  z.strictObject({ code: Code }),
]);

/**
 * Notes at the session that its owner is there: by a code where the account has a second factor, by
 * the password where it has none. What needs fresh authentication can be done for a while after.
 */
export async function confirmIdentity(
  ctx: OwnSessionContext,
  given: z.output<typeof ConfirmIdentity>,
): Promise<{ confirmedAt: string }> {
  const { editorial, account } = ctx;
  const at = await momentOf(ctx);
  const needsCode = await hasSecondFactor(editorial, account.id);
  if (needsCode && !('code' in given))
    throw new ProblemError('refused', [
      reason('code_required', 'Give a code of your app, or a recovery code.', 'code'),
    ]);
  const right = await ctx.guess(async () =>
    'code' in given
      ? (await verifyFactor(ctx, { accountId: account.id, code: given.code, at })) !== null
      : isPasswordOf(ctx, given.password),
  );
  if (!right)
    throw new ProblemError('refused', [
      'code' in given
        ? reason('wrong_code', 'This code is wrong, too old or used already.', 'code')
        : reason('wrong_password', 'This is not your password.', 'password'),
    ]);
  return runCommand(ctx, async (command) => {
    if (!(await markSessionAuthenticated(command.tx, account.session.id, at)))
      throw new ProblemError('signed_out');
    await record(command, 'account.confirm_identity', ['account', account.id]);
    return { confirmedAt: at.toISOString() };
  });
}

async function isPasswordOf(
  { editorial, account }: OwnSessionContext,
  password: string,
): Promise<boolean> {
  const hash = await findPasswordHash(editorial, account.id);
  return hash !== null && verifyPassword({ hash, password });
}
