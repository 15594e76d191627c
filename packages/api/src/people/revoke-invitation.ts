import { type CommandContext, permit, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { takeBackInvitations } from './end-hand-outs.ts';

/** Takes an invitation back: its link opens nothing any more. */
export function revokeInvitation(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'people.invite');
    const taken = await takeBackInvitations(command, { id }, 'revoked');
    if (taken.length === 0) throw notFound('invitation');
    return { id };
  });
}
