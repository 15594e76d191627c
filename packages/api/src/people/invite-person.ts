import { insertInvitation } from '@viewpoints/db/editorial/invitations';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Invitation } from '@viewpoints/domain/accounts/account';
import { requireFreeEmail } from '../accounts/free-email.ts';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { type CommandContext, record, runCommand } from '../command.ts';
import type { Instance } from '../instance.ts';
import type { Input, Invite } from './people-inputs.ts';
import { permitLocked } from './permit-locked.ts';
import { revokeOpenInvitations } from './revoke-grants.ts';
import { invitationLifetime, invitationLink, sendInvitation } from './send-invitation.ts';

/** An invitation with its link. Only a hash of the link's secret is stored. */
export type InvitationWithLink = Invitation & { link: string };

/**
 * Invites a person by e-mail with the roles they will have, and enqueues the message. An earlier
 * open invitation to the same address is revoked.
 */
export function invitePerson(
  ctx: CommandContext & { instance: Pick<Instance, 'adminUrl'> },
  { email, roles }: Input<typeof Invite>,
): Promise<InvitationWithLink> {
  return runCommand(ctx, async (command) => {
    const inviter = await permitLocked(command, 'people.invite');
    const { tx, at } = command;
    await requireFreeEmail(command, email, 'Somebody with this address is here already.');
    await revokeOpenInvitations(command, { email: email.toLowerCase() }, 'invited_again');
    const token = newSecret();
    const invitation = await insertInvitation(tx, {
      ...{ id: newId(), email, roles, tokenHash: secretHash(token), by: inviter.id, at },
      expiresAt: new Date(at.getTime() + invitationLifetime),
    });
    const link = invitationLink(ctx.instance, token);
    await sendInvitation(command, { invitation, link, inviter });
    await record(command, 'people.invite', ['invitation', invitation.id], {
      roles: roles.join(' '),
    });
    return { ...invitation, link };
  });
}
