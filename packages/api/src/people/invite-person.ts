import { findAccountByEmail } from '@viewpoints/db/editorial/accounts';
import { insertInvitation } from '@viewpoints/db/editorial/invitations';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Invitation } from '@viewpoints/domain/accounts/account';
import { reason } from '@viewpoints/domain/refusal';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { type CommandContext, record, runCommand } from '../command.ts';
import type { Instance } from '../instance.ts';
import { ProblemError } from '../problem.ts';
import { takeBackInvitations } from './end-hand-outs.ts';
import type { Input, Invite } from './people-inputs.ts';
import { permitAsOfNow } from './permit-as-of-now.ts';
import { invitationLifetime, invitationLink, sendInvitation } from './send-invitation.ts';

/** An invitation with its link, which is in this answer and, if one is sent, in the message alone. */
export type InvitationWithLink = Invitation & { link: string };

/**
 * Invites somebody by e-mail with the roles they will have; the message goes with the invitation.
 * An earlier invitation to the same address ends.
 */
export function invitePerson(
  ctx: CommandContext & { instance: Pick<Instance, 'adminUrl'> },
  { email, roles }: Input<typeof Invite>,
): Promise<InvitationWithLink> {
  return runCommand(ctx, async (command) => {
    const inviter = await permitAsOfNow(command, 'people.invite');
    const { tx, at } = command;
    if ((await findAccountByEmail(tx, email)) !== null)
      throw new ProblemError('already_exists', [
        reason('account_exists', 'Somebody with this address is here already.', 'email'),
      ]);
    await takeBackInvitations(command, { email: email.toLowerCase() }, 'invited_again');
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
