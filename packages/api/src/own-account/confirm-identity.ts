import { findPasswordHash } from '@viewpoints/db/editorial/accounts';
import { hasSecondFactor } from '@viewpoints/db/editorial/second-factors';
import { markSessionAuthenticated } from '@viewpoints/db/editorial/sessions';
import { passwordLength } from '@viewpoints/domain/accounts/password';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { verifyPassword } from 'better-auth/crypto';
import { z } from 'zod';
import { record, runCommand } from '../command.ts';
import type { OwnSessionContext } from '../context.ts';
import { momentOf } from '../moment.ts';
import { SignedCredential } from '../passkeys/passkey-inputs.ts';
import { verifyPasskey } from '../passkeys/verify-passkey.ts';
import { ProblemError } from '../problem.ts';
import { verifyFactor } from '../second-factor/verify-factor.ts';

/** A code of the app or a recovery code, however it is spaced. */
export const Code = z.string().min(1, 'write a code here').max(100);

export const ConfirmIdentity = z.union([
  z.strictObject({ password: z.string().min(1).max(passwordLength.max) }),
  z.strictObject({ code: Code }),
  z.strictObject({ credential: SignedCredential }),
]);

/**
 * Records a fresh authentication of the session: by a passkey of the account, by a code if it has a
 * second factor, or by the password if it has none.
 */
export async function confirmIdentity(
  ctx: OwnSessionContext,
  given: z.output<typeof ConfirmIdentity>,
): Promise<{ confirmedAt: string }> {
  const { editorial, account } = ctx;
  const at = await momentOf(ctx);
  const needsCode = await hasSecondFactor(editorial, account.id);
  if (needsCode && 'password' in given)
    throw new ProblemError('refused', [
      reason('code_required', 'Give a code of your app, or a recovery code.', 'code'),
    ]);
  const right = await ctx.guess(async () => {
    if ('code' in given)
      return (await verifyFactor(ctx, { accountId: account.id, code: given.code, at })) !== null;
    if ('password' in given) return isPasswordOf(ctx, given.password);
    // The challenge is that of a sign-in, since both prove possession of a passkey of the account.
    const isOwn = async ({ accountId }: { accountId: string }) => accountId === account.id;
    return (await verifyPasskey(ctx, given.credential, isOwn)) !== null;
  });
  if (!right) throw new ProblemError('refused', [wrong(given)]);
  return runCommand(ctx, async (command) => {
    if (!(await markSessionAuthenticated(command.tx, account.session.id, at)))
      throw new ProblemError('signed_out');
    await record(command, 'account.confirm_identity', ['account', account.id]);
    return { confirmedAt: at.toISOString() };
  });
}

function wrong(given: z.output<typeof ConfirmIdentity>): Reason {
  if ('code' in given)
    return reason('wrong_code', 'This code is wrong, too old or used already.', 'code');
  if ('password' in given)
    return reason('wrong_password', 'This is not your password.', 'password');
  return reason('wrong_passkey', 'This passkey is not one of your account, or took too long.');
}

async function isPasswordOf(
  { editorial, account }: OwnSessionContext,
  password: string,
): Promise<boolean> {
  const hash = await findPasswordHash(editorial, account.id);
  return hash !== null && verifyPassword({ hash, password });
}
