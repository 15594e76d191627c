import { insertAccessToken } from '@viewpoints/db/editorial/access-tokens';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertAccountNotification } from '@viewpoints/db/editorial/notifications';
import { type AccessToken, Scope, tokenDays } from '@viewpoints/domain/accounts/account';
import { line } from '@viewpoints/domain/values';
import { z } from 'zod';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { type CommandContext, record, runCommand } from '../command.ts';
import { permitLocked } from '../people/permit-locked.ts';

export const CreateToken = z.strictObject({
  name: line(80),
  scopes: z
    .array(Scope)
    .min(1, 'choose at least one scope')
    .max(Scope.options.length)
    .transform((scopes) => Scope.options.filter((scope) => scopes.includes(scope))),
  days: z
    .int()
    .min(1, 'use at least one day')
    .max(tokenDays.most, `use at most ${tokenDays.most} days`)
    .default(tokenDays.default),
});

/** The prefix of tokens, by which scanners of leaked secrets recognise them. */
export const tokenPrefix = 'vpt_';

const day = 24 * 60 * 60 * 1000;

/**
 * Makes a token that acts as its maker within its scopes, for some days. The token itself is in the
 * answer and nowhere else. Its maker is notified: somebody else may have used their session.
 */
export function createToken(
  ctx: CommandContext,
  { name, scopes, days }: z.output<typeof CreateToken>,
): Promise<AccessToken & { token: string }> {
  return runCommand(ctx, async (command) => {
    const maker = await permitLocked(command, 'token.create');
    const { tx, at } = command;
    const token = `${tokenPrefix}${newSecret()}`;
    const kept = await insertAccessToken(tx, {
      id: newId(),
      accountId: maker.id,
      name,
      hint: token.slice(0, 10),
      tokenHash: secretHash(token),
      scopes,
      createdAt: at,
      expiresAt: new Date(at.getTime() + days * day),
    });
    await insertAccountNotification(tx, { accountId: maker.id, kind: 'token_created', at });
    await record(command, 'token.create', ['token', kept.id], {
      scopes: scopes.join(' '),
      expiresAt: kept.expiresAt,
    });
    return { ...kept, token };
  });
}
