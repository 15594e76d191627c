import { findAccount, lockAccounts, updateEmail } from '@viewpoints/db/editorial/accounts';
import { findEmailChangeAccount, takeEmailChange } from '@viewpoints/db/editorial/email-changes';
import { insertFormerEmail } from '@viewpoints/db/editorial/former-emails';
import { endMessages } from '@viewpoints/db/editorial/messages';
import { endOtherSessions } from '@viewpoints/db/editorial/sessions';
import type { Account } from '@viewpoints/domain/accounts/account';
import { reason } from '@viewpoints/domain/refusal';
import { z } from 'zod';
import { type Command, type CommandContext, record, runCommand } from '../command.ts';
import type { ApiContext } from '../context.ts';
import type { Instance } from '../instance.ts';
import { momentOf } from '../moment.ts';
import { enqueueOutboxCleaning } from '../people/revoke-grants.ts';
import { ProblemError } from '../problem.ts';
import { isEmailFree } from './free-email.ts';
import { newSecret, secretHash } from './secrets.ts';
import { sendSecurityNotice } from './security-notices.ts';

/** How long the link to take a change back works, in milliseconds. */
const restoreLifetime = 7 * 24 * 60 * 60 * 1000;

/** Context of the links about an address, which work without signing in. */
export type EmailLinkContext = Omit<CommandContext, 'account' | 'instance'> & {
  instance: Pick<Instance, 'adminUrl' | 'readerUrl' | 'externalServices'>;
};

export const ConfirmEmailChange = z.strictObject({ token: z.string().min(1).max(200) });

/**
 * The account that requested the address, by name: the mailbox may be another person's, who judges
 * by it whether to confirm. Also returns who is signed in, if that is another account.
 */
export async function openEmailChange(
  ctx: Pick<ApiContext, 'editorial' | 'now' | 'account'>,
  { token }: z.output<typeof ConfirmEmailChange>,
): Promise<{ name: string; signedInAs: string | null }> {
  const requester = await findEmailChangeAccount(
    ctx.editorial,
    secretHash(token),
    await momentOf(ctx),
  );
  if (requester === null) throw expired();
  const { account } = ctx;
  const isAnother = account !== null && account.id !== requester.id;
  return { name: requester.name, signedInAs: isAnother ? account.name : null };
}

/**
 * Gives an account the address that it requested, by the link that went to its mailbox. Every
 * session but the one that requested it ends, and so do links for a new password: another person
 * may read the old mailbox.
 */
export function confirmEmailChange(
  ctx: EmailLinkContext,
  { token }: z.output<typeof ConfirmEmailChange>,
): Promise<{ email: string }> {
  return runCommand({ ...ctx, account: null }, async (command) => {
    const { tx, at } = command;
    // Serialises with whatever else takes an address or disables an account.
    await lockAccounts(tx);
    const change = await takeEmailChange(tx, secretHash(token), at);
    if (change === null) throw expired();
    const { accountId, sessionId, sessionBeganAt, email } = change;
    const before = await findAccount(tx, accountId);
    // The address may have been taken since the link was sent.
    if (before === null || !(await isEmailFree(command, email, accountId))) throw expired();
    const changed = await updateEmail(tx, accountId, email);
    // Unsent messages about other security events stay.
    await endMessages(tx, { accountId, kinds: ['password_reset', 'email_change'], at });
    await enqueueOutboxCleaning(tx);
    await endOtherSessions(tx, { id: sessionId, accountId });
    await sendRestoreLink(command, { ...before, sessionBeganAt }, ctx.instance);
    await record({ ...command, by: accountId }, 'account.change_email', ['account', accountId]);
    return changed;
  });
}

/** Sends a notice to the address that was changed, with the link that gives it back. */
async function sendRestoreLink(
  { tx, at }: Command,
  before: Account & { sessionBeganAt: Date },
  { adminUrl }: Pick<Instance, 'adminUrl'>,
): Promise<void> {
  const token = newSecret();
  await insertFormerEmail(tx, {
    ...{ accountId: before.id, email: before.email, changedAt: at },
    sessionBeganAt: before.sessionBeganAt,
    ...{ tokenHash: secretHash(token), expiresAt: new Date(at.getTime() + restoreLifetime) },
  });
  const link = `${adminUrl}/restore-email?token=${encodeURIComponent(token)}`;
  await sendSecurityNotice(tx, before, { kind: 'email_changed', link }, at);
}

const expired = () =>
  new ProblemError('link_expired', [
    reason(
      'email_link_expired',
      'This link is used up, cancelled, replaced by a newer one or too old.',
    ),
  ]);
