import { password as askPassword } from '@inquirer/prompts';
import { createAccounts } from '@viewpoints/api/accounts/accounts';
import { hashOf, Password } from '@viewpoints/api/accounts/password';
import { record, runCommand } from '@viewpoints/api/command';
import { Invite } from '@viewpoints/api/people/people-inputs';
import { takeSecondFactor } from '@viewpoints/api/people/reset-second-factor';
import { loadSettings } from '@viewpoints/config/env';
import {
  findAccountByEmail,
  insertAccount,
  listAccounts,
  lockAccounts,
} from '@viewpoints/db/editorial/accounts';
import { newId } from '@viewpoints/db/editorial/new-id';
import { type Account, Role } from '@viewpoints/domain/accounts/account';
import { Command, InvalidArgumentError, Option } from 'commander';
import { getAccount, withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';

export const userCommand = new Command('user')
  .description(
    'people: list them, create an account, help somebody in who lost a password or an app',
  )
  .addCommand(
    new Command('list')
      .description('list the accounts')
      .option('--json', 'answer with JSON')
      .action(async ({ json }: { json?: boolean }) => {
        const accounts = await withEditorial((_, editorial) => listAccounts(editorial));
        if (json) console.log(JSON.stringify(accounts, null, 2));
        else for (const account of accounts) console.log(lineOf(account));
      }),
  )
  .addCommand(
    new Command('create')
      .description('create an account; asks for a password, or reads one line of standard input')
      .argument('<email>', 'address to sign in with', parseEmail)
      .requiredOption('--name <name>', 'name, as colleagues see it')
      .addOption(
        new Option('--role <role...>', 'what the person may do')
          .choices(Role.options)
          .makeOptionMandatory(),
      )
      .option('--json', 'answer with JSON')
      .action(async (email: string, options: { name: string; role: Role[]; json?: boolean }) => {
        const passwordHash = await hashOf(parsePassword(await readPassword()));
        const account = await withEditorial((context) =>
          runCommand(context, async (command) => {
            await lockAccounts(command.tx);
            if ((await findAccountByEmail(command.tx, email)) !== null) {
              throw new Failure(`Somebody has the address ${email} already.`);
            }
            const made = await insertAccount(command.tx, {
              id: newId(),
              email,
              name: options.name,
              roles: [...new Set(options.role)],
              passwordHash,
              at: command.at,
            });
            await record(command, 'account.created', ['account', made.id]);
            return made;
          }),
        );
        console.log(options.json ? JSON.stringify(account, null, 2) : `Created ${lineOf(account)}`);
      }),
  )
  .addCommand(
    new Command('reset-password')
      .description(
        'make a link to set a new password, once and within an hour; pass it on yourself',
      )
      .argument('<email>', 'whose')
      .option('--json', 'answer with JSON')
      .action(async (email: string, { json }: { json?: boolean }) => {
        const link = await withEditorial(async ({ now }, editorial) => {
          const account = await getAccount(editorial, email);
          if (account.disabledAt !== null)
            throw new Failure(`The account ${email} is disabled: an admin has to enable it first.`);
          return createAccounts({ editorial, now, ...settingsOfAccounts() }).createResetLink(
            account,
          );
        });
        console.log(json ? JSON.stringify({ link }, null, 2) : link);
      }),
  )
  .addCommand(
    new Command('reset-second-factor')
      .description('let somebody who has lost their app and recovery codes in by password alone')
      .argument('<email>', 'whose')
      .action(async (email: string) => {
        await withEditorial(async (context, editorial) => {
          const account = await getAccount(editorial, email);
          await runCommand(context, async (command) => {
            if (!(await takeSecondFactor(command, account)))
              throw new Failure(`The account ${email} has no second factor.`);
          });
        });
        console.log(`${email} signs in with the password alone.`);
      }),
  );

function settingsOfAccounts() {
  const { adminUrl, apiUrl, secret } = loadSettings();
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  return { instance: { adminUrl, apiUrl }, secret, log: silent };
}

function lineOf({ email, name, roles, disabledAt }: Account): string {
  return `${email}  ${name}  ${roles.join(', ')}${disabledAt === null ? '' : '  (disabled)'}`;
}

function parseEmail(text: string): string {
  if (Invite.shape.email.safeParse(text).success) return text.toLowerCase();
  throw new InvalidArgumentError('It is not an e-mail address.');
}

function parsePassword(text: string): string {
  const parsed = Password.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new Failure(`This password cannot be used: ${parsed.error.issues[0]?.message}.`);
}

/** Read from a prompt, never an argument: arguments are visible to every user of the machine. */
async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) return askPassword({ message: 'Password', mask: true });
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk;
  return text.split('\n')[0] ?? '';
}
