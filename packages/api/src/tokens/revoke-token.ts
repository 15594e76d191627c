import { revokeAccessToken } from '@viewpoints/db/editorial/access-tokens';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';

/** Revokes one of the caller's own tokens for good. */
export function revokeToken(ctx: CommandContext, id: string): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'token.revoke');
    const { tx, acting, at } = command;
    if (!(await revokeAccessToken(tx, { id, accountId: acting.id, at }))) throw notFound('token');
    await record(command, 'token.revoke', ['token', id]);
    return { id };
  });
}
