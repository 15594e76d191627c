import {
  findAccount,
  findAccountByEmail,
  lockAccounts,
  updateEmail,
  updateProfile,
} from '@viewpoints/db/editorial/accounts';
import { endMessages } from '@viewpoints/db/editorial/messages';
import { OwnProfile } from '@viewpoints/domain/accounts/account';
import { reason } from '@viewpoints/domain/refusal';
import { EmailAddress } from '@viewpoints/domain/values';
import { z } from 'zod';
import { sendSecurityNotice } from '../accounts/security-notices.ts';
import { record, runCommand } from '../command.ts';
import type { OwnSessionContext } from '../context.ts';
import { enqueueOutboxCleaning } from '../people/revoke-grants.ts';
import { notFound, ProblemError } from '../problem.ts';

export { OwnProfile };

/** Saves the name that colleagues see, and the time zone in which times are offered. */
export function saveProfile(ctx: OwnSessionContext, profile: OwnProfile): Promise<OwnProfile> {
  return runCommand(ctx, async (command) => {
    const { id } = ctx.account;
    const saved = await updateProfile(command.tx, id, profile);
    await record(command, 'account.save_profile', ['account', id]);
    return saved;
  });
}

export const ChangeEmail = z.strictObject({ email: EmailAddress });

/**
 * Changes the address that somebody signs in with. Links for a new password that were sent to the
 * old one end: who reads that mailbox may be somebody else.
 */
export function changeEmail(
  ctx: OwnSessionContext,
  { email }: z.output<typeof ChangeEmail>,
): Promise<{ email: string }> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const { id } = ctx.account;
    await lockAccounts(tx);
    const other = await findAccountByEmail(tx, email);
    if (other !== null && other.id !== id)
      throw new ProblemError('already_exists', [
        reason('account_exists', 'Somebody with this address is here already.', 'email'),
      ]);
    const before = await findAccount(tx, id);
    if (before === null) throw notFound('account');
    const changed = await updateEmail(tx, id, email);
    await endMessages(tx, { accountId: id, at });
    await enqueueOutboxCleaning(tx);
    if (before.email !== changed.email)
      await sendSecurityNotice(tx, before, { kind: 'email_changed' }, at);
    await record(command, 'account.change_email', ['account', id]);
    return changed;
  });
}
