import { renewInvitation as replaceLink } from '@viewpoints/db/editorial/invitations';
import { endMessages } from '@viewpoints/db/editorial/messages';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { type CommandContext, record, runCommand } from '../command.ts';
import type { Instance } from '../instance.ts';
import { notFound } from '../problem.ts';
import { cleanOutboxSoon } from './end-hand-outs.ts';
import type { InvitationWithLink } from './invite-person.ts';
import type { Input, RenewInvitation } from './people-inputs.ts';
import { permitAsOfNow } from './permit-as-of-now.ts';
import { invitationLifetime, invitationLink, sendInvitation } from './send-invitation.ts';

/**
 * Gives an open invitation a new link, which is in the answer and nowhere else, or in a message where
 * it is sent. The link before ends: only a hash of it is stored, so it cannot be told again. Whoever
 * renews an invitation is from now on the one who gave it.
 */
export function renewInvitation(
  ctx: CommandContext & { instance: Pick<Instance, 'adminUrl'> },
  { id, send }: Input<typeof RenewInvitation>,
): Promise<InvitationWithLink> {
  return runCommand(ctx, async (command) => {
    const inviter = await permitAsOfNow(command, 'people.invite');
    const { tx, at } = command;
    const token = newSecret();
    const invitation = await replaceLink(tx, id, {
      ...{ tokenHash: secretHash(token), by: inviter.id },
      expiresAt: new Date(at.getTime() + invitationLifetime),
    });
    if (invitation === null) throw notFound('invitation');
    await endMessages(tx, { invitationIds: [id], at });
    await cleanOutboxSoon(tx);
    const link = invitationLink(ctx.instance, token);
    if (send) await sendInvitation(command, { invitation, link, inviter });
    await record(command, 'people.invite', ['invitation', id], { code: 'renewed', sent: send });
    return { ...invitation, link };
  });
}
