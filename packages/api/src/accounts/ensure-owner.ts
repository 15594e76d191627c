import { SettingsError } from '@viewpoints/config/env';
import { isOwned } from '@viewpoints/db/editorial/accounts';
import type { Account } from '@viewpoints/domain/accounts/account';
import { passwordLength } from '@viewpoints/domain/accounts/password';
import { type CommandContext, runCommand } from '../command.ts';
import { makeFirstOwner } from './first-owner.ts';
import { hashOf, Password } from './password.ts';

/**
 * Creates the first owner from the settings (OWNER_EMAIL, OWNER_PASSWORD) without a link; null if
 * the journal has an owner, whose account is then left alone, whatever the settings say.
 * @throws {SettingsError} if the password is too short or too long
 */
export async function ensureOwner(
  { editorial, now }: Pick<CommandContext, 'editorial' | 'now'>,
  { email, password, name }: { email: string; password: string; name?: string },
): Promise<Account | null> {
  if (await isOwned(editorial)) return null;
  if (!Password.safeParse(password).success)
    throw new SettingsError([
      {
        variable: 'OWNER_PASSWORD',
        problem: `must have at least ${passwordLength.min} and at most ${passwordLength.max} characters`,
      },
    ]);
  const passwordHash = await hashOf(password);
  return runCommand({ editorial, now, account: null }, async (command) =>
    makeFirstOwner(command, { email, name: name ?? email.split('@')[0] ?? email, passwordHash }),
  );
}
