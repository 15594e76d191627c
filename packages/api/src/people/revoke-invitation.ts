import { type CommandContext, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { permitLocked } from './permit-locked.ts';
import { revokeOpenInvitations } from './revoke-grants.ts';

/** Revokes an invitation: its link no longer works. */
export function revokeInvitation(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    await permitLocked(command, 'people.invite');
    const taken = await revokeOpenInvitations(command, { id }, 'revoked');
    if (taken.length === 0) throw notFound('invitation');
    return { id };
  });
}
