import { momentOf } from '@viewpoints/api/moment';
import { createToken } from '@viewpoints/api/tokens/create-token';
import { revokeToken } from '@viewpoints/api/tokens/revoke-token';
import { listAccessTokens } from '@viewpoints/db/editorial/access-tokens';
import { Command, InvalidArgumentError } from 'commander';
import { getAccount, withEditorial } from '../editorial.ts';

const day = 24 * 60 * 60 * 1000;

export const tokenCommand = new Command('token')
  .description('access tokens, with which a program acts as somebody')
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
        else for (const { id, name } of tokens) console.log(`${id}  ${name}`);
      }),
  )
  .addCommand(
    new Command('create')
      .description('make a token; it is shown once, on standard output')
      .argument('<email>', 'whom it acts as')
      .requiredOption('--name <name>', 'what it is for')
      .option('--days <days>', 'how long it works; for ever unless given', parseDays)
      .option('--json', 'answer with JSON')
      .action(async (email: string, options: { name: string; days?: number; json?: boolean }) => {
        const { name, days, json } = options;
        const made = await withEditorial(async (context, editorial) => {
          const account = await getAccount(editorial, email);
          const now = (await momentOf(context)).getTime();
          const expiresAt = days === undefined ? null : new Date(now + days * day).toISOString();
          return createToken({ ...context, account }, { name, expiresAt });
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
        await withEditorial(async (context, editorial) =>
          revokeToken({ ...context, account: await getAccount(editorial, email) }, id),
        );
        console.log('Revoked.');
      }),
  );

function parseDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days > 0) return days;
  throw new InvalidArgumentError('It is not a whole number of days.');
}
