import { insertAccessToken } from '@viewpoints/db/editorial/access-tokens';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { AccessToken } from '@viewpoints/domain/accounts/account';
import { reason } from '@viewpoints/domain/refusal';
import { Instant, line } from '@viewpoints/domain/values';
import { z } from 'zod';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';

export const CreateToken = z.strictObject({
  name: line(80),
  expiresAt: Instant.nullable().default(null),
});

/** How a token begins, so that scanners of leaked secrets know it. */
export const tokenPrefix = 'vpt_';

/** Makes a token that acts as its maker. The token itself is in the answer and nowhere else. */
export function createToken(
  ctx: CommandContext,
  { name, expiresAt }: z.output<typeof CreateToken>,
): Promise<AccessToken & { token: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'token.create');
    const { tx, acting, at } = command;
    if (expiresAt !== null && expiresAt <= at.toISOString())
      throw new ProblemError('invalid_input', [
        reason('expires_in_past', 'Choose a time to come.', 'expiresAt'),
      ]);
    const token = `${tokenPrefix}${newSecret()}`;
    const kept = await insertAccessToken(tx, {
      id: newId(),
      accountId: acting.id,
      name,
      hint: token.slice(0, 10),
      tokenHash: secretHash(token),
      createdAt: at,
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    });
    await record(command, 'token.create', ['token', kept.id], { expiresAt });
    return { ...kept, token };
  });
}
