import { insertAccount, lockAccounts } from '@viewpoints/db/editorial/accounts';
import { findOpenInvitation, markInvitationAccepted } from '@viewpoints/db/editorial/invitations';
import { endMessages } from '@viewpoints/db/editorial/messages';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Account, Invitation } from '@viewpoints/domain/accounts/account';
import { reason } from '@viewpoints/domain/refusal';
import { line } from '@viewpoints/domain/values';
import { z } from 'zod';
import { type CommandContext, record, runCommand } from '../command.ts';
import { momentOf } from '../moment.ts';
import { enqueueOutboxCleaning } from '../people/revoke-grants.ts';
import { ProblemError } from '../problem.ts';
import { requireFreeEmail } from './free-email.ts';
import { hashOf, Password } from './password.ts';
import { secretHash } from './secrets.ts';

export const InvitationToken = z.strictObject({ token: z.string().min(1).max(200) });
export const AcceptInvitation = InvitationToken.extend({ name: line(120), password: Password });

/** The invitation that a link belongs to, as far as its holder may see it. */
export async function openInvitation(
  ctx: Pick<CommandContext, 'editorial' | 'now'>,
  { token }: z.output<typeof InvitationToken>,
): Promise<Pick<Invitation, 'email' | 'roles' | 'expiresAt'>> {
  const now = await momentOf(ctx);
  const invitation = await findOpenInvitation(ctx.editorial, secretHash(token), now);
  if (invitation === null) throw expired();
  const { email, roles, expiresAt } = invitation;
  return { email, roles, expiresAt };
}

/** Makes the account that an invitation is for; the invitation is used up with it. */
export async function acceptInvitation(
  ctx: Omit<CommandContext, 'account'>,
  { token, name, password }: z.output<typeof AcceptInvitation>,
): Promise<Account> {
  await openInvitation(ctx, { token });
  const passwordHash = await hashOf(password);
  return runCommand({ ...ctx, account: null }, async (command) => {
    const { tx, at } = command;
    const hash = secretHash(token);
    // Serialises with disabling the inviter or removing their role.
    await lockAccounts(tx);
    const invitation = await findOpenInvitation(tx, hash, at);
    if (invitation === null) throw expired();
    const { email, roles } = invitation;
    await requireFreeEmail(command, email, 'There is an account with this address: sign in.');
    const account = await insertAccount(tx, { id: newId(), email, name, roles, passwordHash, at });
    const accepted = { by: account.id, at };
    if (!(await markInvitationAccepted(tx, hash, accepted))) throw expired();
    await endMessages(tx, { invitationIds: [invitation.id], at });
    await enqueueOutboxCleaning(tx);
    await record(
      { ...command, by: account.id },
      'account.accept_invitation',
      ['account', account.id],
      {
        invitationId: invitation.id,
      },
    );
    return account;
  });
}

const expired = () =>
  new ProblemError('link_expired', [
    reason(
      'invitation_expired',
      'This invitation is used up, taken back, replaced by a newer one or too old.',
    ),
  ]);
