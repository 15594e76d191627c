import { addJob } from '@viewpoints/db/editorial/jobs';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { insertMessage } from '@viewpoints/db/editorial/messages';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Account, Invitation } from '@viewpoints/domain/accounts/account';
import { invitationMessage } from '../accounts/account-messages.ts';
import type { Command } from '../command.ts';
import type { Instance } from '../instance.ts';

/** How long the link of an invitation works, in milliseconds. */
export const invitationLifetime = 7 * 24 * 60 * 60 * 1000;

/** The address at which an invitation is accepted. */
export const invitationLink = ({ adminUrl }: Pick<Instance, 'adminUrl'>, token: string): string =>
  `${adminUrl}/invitations/${encodeURIComponent(token)}`;

/** Enqueues the message with the link of an invitation. */
export async function sendInvitation(
  { tx, at }: Command,
  { invitation, link, inviter }: { invitation: Invitation; link: string; inviter: Account },
): Promise<void> {
  const { id: invitationId, email, roles } = invitation;
  const { name: journal } = await getJournal(tx);
  const id = newId();
  await insertMessage(tx, {
    ...{ id, kind: 'invitation', invitationId, at },
    ...invitationMessage({ email, roles, link, journal, invitedBy: inviter.name }),
    expiresAt: new Date(invitation.expiresAt),
  });
  await addJob(tx, 'send_message', { messageId: id });
}
