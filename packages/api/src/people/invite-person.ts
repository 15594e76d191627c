import { findAccount, findAccountByEmail } from '@viewpoints/db/editorial/accounts';
import { insertInvitation } from '@viewpoints/db/editorial/invitations';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { insertMessage } from '@viewpoints/db/editorial/messages';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Invitation } from '@viewpoints/domain/accounts/account';
import { reason } from '@viewpoints/domain/refusal';
import { invitationMessage } from '../accounts/account-messages.ts';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import type { Instance } from '../instance.ts';
import { ProblemError } from '../problem.ts';
import type { Input, Invite } from './people-inputs.ts';

const lifetime = 7 * 24 * 60 * 60 * 1000;

/** Invites somebody by e-mail with the roles they will have; the message goes with the invitation. */
export function invitePerson(
  ctx: CommandContext & { instance: Pick<Instance, 'adminUrl'> },
  { email, roles }: Input<typeof Invite>,
): Promise<Invitation> {
  return runCommand(ctx, async (command) => {
    permit(command, 'people.invite');
    const { tx, acting, at } = command;
    if ((await findAccountByEmail(tx, email)) !== null)
      throw new ProblemError('already_exists', [
        reason('account_exists', 'Somebody with this address is here already.', 'email'),
      ]);
    const token = newSecret();
    const invitation = await insertInvitation(tx, {
      id: newId(),
      email,
      roles,
      tokenHash: secretHash(token),
      by: acting.id,
      at,
      expiresAt: new Date(at.getTime() + lifetime),
    });
    const { name: journal } = await getJournal(tx);
    const inviter = await findAccount(tx, acting.id);
    const messageId = newId();
    await insertMessage(tx, {
      id: messageId,
      kind: 'invitation',
      ...invitationMessage(ctx.instance, {
        email: invitation.email,
        roles,
        token,
        journal,
        invitedBy: inviter?.name ?? journal,
      }),
      at,
    });
    await addJob(tx, 'send_message', { messageId });
    await record(command, 'people.invite', ['invitation', invitation.id], {
      roles: roles.join(' '),
    });
    return invitation;
  });
}
