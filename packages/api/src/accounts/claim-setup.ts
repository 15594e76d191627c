import { isSetupProofValid, takeSetupProof } from '@viewpoints/db/editorial/setup-proof';
import type { Account } from '@viewpoints/domain/accounts/account';
import { reason } from '@viewpoints/domain/refusal';
import { EmailAddress, line } from '@viewpoints/domain/values';
import { z } from 'zod';
import { type CommandContext, runCommand } from '../command.ts';
import { momentOf } from '../moment.ts';
import { ProblemError } from '../problem.ts';
import { makeFirstOwner } from './first-owner.ts';
import { hashOf, Password } from './password.ts';
import { secretHash } from './secrets.ts';

export const ClaimSetup = z.strictObject({
  token: z.string().min(1).max(200),
  name: line(120),
  email: EmailAddress,
  password: Password,
});

/** Makes the first owner by the set-up link, which is used up with it. */
export async function claimSetup(
  ctx: Omit<CommandContext, 'account'>,
  { token, name, email, password }: z.output<typeof ClaimSetup>,
): Promise<Account> {
  const hash = secretHash(token);
  // Checked before the password is hashed, which takes long: guessing tokens must cost us little.
  if (!(await isSetupProofValid(ctx.editorial, hash, await momentOf(ctx)))) throw expired();
  const passwordHash = await hashOf(password);
  return runCommand({ ...ctx, account: null }, async (command) => {
    if (!(await takeSetupProof(command.tx, hash, command.at))) throw expired();
    return makeFirstOwner(command, { email, name, passwordHash });
  });
}

const expired = () =>
  new ProblemError('link_expired', [
    reason(
      'setup_link_expired',
      'The set-up link is used up or too old: start again for a new one.',
    ),
  ]);
