import { renewInvitation as replaceLink } from '@viewpoints/db/editorial/invitations';
import { endMessages } from '@viewpoints/db/editorial/messages';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { type CommandContext, record, runCommand } from '../command.ts';
import type { Instance } from '../instance.ts';
import { notFound } from '../problem.ts';
import type { InvitationWithLink } from './invite-person.ts';
import type { Input, RenewInvitation } from './people-inputs.ts';
import { permitLocked } from './permit-locked.ts';
import { enqueueOutboxCleaning } from './revoke-grants.ts';
import { invitationLifetime, invitationLink, sendInvitation } from './send-invitation.ts';

/**
 * Replaces the link of an open invitation, since the old one is stored only as a hash, and extends
 * it by seven days. The new link is returned and, with `send`, sent. The caller becomes the inviter,
 * so that the link is revoked with their account.
 */
export function renewInvitation(
  ctx: CommandContext & { instance: Pick<Instance, 'adminUrl'> },
  { id, send }: Input<typeof RenewInvitation>,
): Promise<InvitationWithLink> {
  return runCommand(ctx, async (command) => {
    const inviter = await permitLocked(command, 'people.invite');
    const { tx, at } = command;
    const token = newSecret();
    const invitation = await replaceLink(tx, id, {
      ...{ tokenHash: secretHash(token), by: inviter.id },
      expiresAt: new Date(at.getTime() + invitationLifetime),
    });
    if (invitation === null) throw notFound('invitation');
    await endMessages(tx, { invitationIds: [id], at });
    await enqueueOutboxCleaning(tx);
    const link = invitationLink(ctx.instance, token);
    if (send) await sendInvitation(command, { invitation, link, inviter });
    await record(command, 'people.invite', ['invitation', id], { code: 'renewed', sent: send });
    return { ...invitation, link };
  });
}
