import { revokeAccessToken } from '@viewpoints/db/editorial/access-tokens';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

/** Revokes any account's token: admins must be able to. */
export function revokeToken(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'token.revoke');
    const revoked = await revokeAccessToken(command.tx, { id, at: command.at });
    if (revoked === null) throw notFound('token');
    await record(command, 'token.revoke', ['token', id], { accountId: revoked.accountId });
    return { id };
  });
}
