import { findAccount } from '@viewpoints/db/editorial/accounts';
import {
  deleteEmailChange,
  lockSession,
  type PendingEmail,
  writeEmailChange,
} from '@viewpoints/db/editorial/email-changes';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { endMessages, insertMessage } from '@viewpoints/db/editorial/messages';
import { newId } from '@viewpoints/db/editorial/new-id';
import { reason } from '@viewpoints/domain/refusal';
import { EmailAddress } from '@viewpoints/domain/values';
import { z } from 'zod';
import { emailChangeMessage, emailTakenMessage } from '../accounts/account-messages.ts';
import { isEmailFree } from '../accounts/free-email.ts';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { sendSecurityNotice } from '../accounts/security-notices.ts';
import { type Command, record, runCommand } from '../command.ts';
import type { OwnSessionContext } from '../context.ts';
import type { Instance } from '../instance.ts';
import { enqueueOutboxCleaning } from '../people/revoke-grants.ts';
import { notFound, ProblemError } from '../problem.ts';

/** How long the link to confirm a new address works, in milliseconds. */
const lifetime = 60 * 60 * 1000;

export const RequestEmailChange = z.strictObject({ email: EmailAddress });

const confirmationLink = ({ adminUrl }: Pick<Instance, 'adminUrl'>, token: string): string =>
  `${adminUrl}/confirm-email?token=${encodeURIComponent(token)}`;

/**
 * Requests another address to sign in with. Nothing changes until the link that goes to that
 * address is used; the former address is sent a notice. The response is the same if another account
 * has the address: only its mailbox learns that.
 */
export async function requestEmailChange(
  ctx: OwnSessionContext,
  { email }: z.output<typeof RequestEmailChange>,
): Promise<PendingEmail> {
  await ctx.limit('email_change');
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const { id: accountId, session } = ctx.account;
    if (!(await lockSession(tx, session.id))) throw new ProblemError('signed_out');
    const account = await findAccount(tx, accountId);
    if (account === null) throw notFound('account');
    if (account.email === email.toLowerCase())
      throw new ProblemError('refused', [
        reason('same_email', 'This is your address already.', 'email'),
      ]);
    await endMessages(tx, { accountId, kinds: ['email_change'], at });
    await enqueueOutboxCleaning(tx);
    const token = newSecret();
    const change = { email: email.toLowerCase(), expiresAt: new Date(at.getTime() + lifetime) };
    await writeEmailChange(tx, {
      ...{ accountId, sessionId: session.id, tokenHash: secretHash(token), at, ...change },
    });
    const link = confirmationLink(ctx.instance, token);
    await sendConfirmation(command, { accountId, name: account.name, link, ...change });
    await sendSecurityNotice(tx, account, { kind: 'email_change_requested' }, at);
    await record(command, 'account.request_email_change', ['account', accountId]);
    return { email: change.email, expiresAt: change.expiresAt.toISOString() };
  });
}

/** Sends the link to the new address, or, if that has an account, a message that says so. */
async function sendConfirmation(
  command: Command,
  change: { accountId: string; name: string; email: string; link: string; expiresAt: Date },
): Promise<void> {
  const {
    tx,
    at,
    journal: { name: journal },
  } = command;
  const { accountId, name, email, link, expiresAt } = change;
  const isTaken = !(await isEmailFree(command, email, accountId));
  const id = newId();
  await insertMessage(tx, {
    ...{ id, kind: 'email_change', accountId, at, expiresAt },
    ...(isTaken
      ? emailTakenMessage({ email, journal })
      : emailChangeMessage({ email, name, journal, link })),
  });
  await addJob(tx, 'send_message', { messageId: id });
}

/** Cancels a change that was not confirmed yet: its link no longer works. */
export function cancelEmailChange(ctx: OwnSessionContext): Promise<{ cancelled: true }> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const { id: accountId } = ctx.account;
    if (!(await deleteEmailChange(tx, accountId))) throw notFound('change of the address');
    await endMessages(tx, { accountId, kinds: ['email_change'], at });
    await enqueueOutboxCleaning(tx);
    await record(command, 'account.cancel_email_change', ['account', accountId]);
    return { cancelled: true };
  });
}
