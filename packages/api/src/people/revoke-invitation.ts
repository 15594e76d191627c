import { revokeInvitation as takeBack } from '@viewpoints/db/editorial/invitations';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

/** Takes an invitation back: its link opens nothing any more. */
export function revokeInvitation(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'people.invite');
    if (!(await takeBack(command.tx, id, command.at))) throw notFound('invitation');
    await record(command, 'people.invite', ['invitation', id], { code: 'revoked' });
    return { id };
  });
}
