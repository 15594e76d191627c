import { findAccountByEmail } from '@viewpoints/db/editorial/accounts';
import { isFormerEmail } from '@viewpoints/db/editorial/former-emails';
import { reason } from '@viewpoints/domain/refusal';
import type { Command } from '../command.ts';
import { ProblemError } from '../problem.ts';

/**
 * Whether an account may get this address: no account has it, and no other can still take it back.
 * Commands that assign an address lock all accounts before they check.
 */
export async function isEmailFree(
  { tx, at }: Pick<Command, 'tx' | 'at'>,
  email: string,
  exceptId: string | null = null,
): Promise<boolean> {
  if ((await findAccountByEmail(tx, email)) !== null) return false;
  return !(await isFormerEmail(tx, { email, exceptId, at }));
}

/** Refuses a new account whose address is not free. */
export async function requireFreeEmail(
  command: Command,
  email: string,
  message: string,
): Promise<void> {
  if ((await findAccountByEmail(command.tx, email)) !== null)
    throw new ProblemError('already_exists', [reason('account_exists', message, 'email')]);
  if (!(await isEmailFree(command, email)))
    throw new ProblemError('already_exists', [
      reason(
        'former_email',
        'An account had this address and can take it back for seven days. Use it after that.',
        'email',
      ),
    ]);
}
