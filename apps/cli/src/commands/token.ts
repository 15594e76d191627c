import { createToken } from '@viewpoints/api/tokens/create-token';
import { revokeToken } from '@viewpoints/api/tokens/revoke-token';
import { listAccessTokens } from '@viewpoints/db/editorial/access-tokens';
import { type AccessToken, Scope, tokenDays } from '@viewpoints/domain/accounts/account';
import { Command, InvalidArgumentError, Option } from 'commander';
import { getAccount, withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';

export const tokenCommand = new Command('token')
  .description('access tokens, with which a program acts as somebody within scopes')
  .addCommand(
    new Command('list')
      .description('list the tokens of a person')
      .argument('<email>', 'whose')
      .option('--json', 'answer with JSON')
      .action(async (email: string, { json }: { json?: boolean }) => {
        const tokens = await withEditorial(async (_, editorial) =>
          listAccessTokens(editorial, (await getAccount(editorial, email)).id),
        );
        if (json) console.log(JSON.stringify(tokens, null, 2));
        else for (const token of tokens) console.log(lineOf(token, new Date()));
      }),
  )
  .addCommand(
    new Command('create')
      .description('make a token; it is shown once, on standard output')
      .argument('<email>', 'whom it acts as')
      .requiredOption('--name <name>', 'what it is for')
      .addOption(
        new Option('--scope <scope...>', 'what it may be used for')
          .choices(Scope.options)
          .default(['read']),
      )
      .option('--days <days>', 'how long it works', parseDays, tokenDays.default)
      .option('--json', 'answer with JSON')
      .action(async (email: string, options: NewToken) => {
        const { name, scope, days, json } = options;
        const scopes = Scope.options.filter((each) => scope.includes(each));
        const made = await withEditorial(async (context, editorial) => {
          const account = await getAccount(editorial, email);
          if (account.disabledAt !== null) throw new Failure(`The account ${email} is disabled.`);
          return createToken({ ...context, account }, { name, scopes, days });
        });
        console.log(json ? JSON.stringify(made, null, 2) : made.token);
      }),
  )
  .addCommand(
    new Command('revoke')
      .description('end a token at once')
      .argument('<email>', 'whose')
      .argument('<id>', 'as list shows it')
      .action(async (email: string, id: string) => {
        await withEditorial(async (context, editorial) => {
          const account = await getAccount(editorial, email);
          const tokens = await listAccessTokens(editorial, account.id);
          if (!tokens.some((token) => token.id === id))
            throw new Failure(`${email} has no such token. See: viewpoints token list ${email}`);
          return revokeToken({ ...context, account }, id);
        });
        console.log('Revoked.');
      }),
  );

type NewToken = { name: string; scope: Scope[]; days: number; json?: boolean };

function lineOf(token: AccessToken, now: Date): string {
  const { id, name, scopes, expiresAt, lastUsedAt, revokedAt } = token;
  const day = (instant: string) => instant.slice(0, 10);
  const state = revokedAt
    ? `revoked ${day(revokedAt)}`
    : `${expiresAt > now.toISOString() ? 'ends' : 'ended'} ${day(expiresAt)}`;
  const used = lastUsedAt === null ? 'never used' : `last used ${day(lastUsedAt)}`;
  return [id, scopes.join(' '), state, used, name].join('  ');
}

function parseDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= tokenDays.most) return days;
  throw new InvalidArgumentError(`Use a whole number of days from 1 to ${tokenDays.most}.`);
}
