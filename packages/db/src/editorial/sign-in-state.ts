import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';

/** An account, and what decides whether somebody signs in to it, as one string to compare. */
export type SignInState = { accountId: string; state: string; passkeyIds: string[] };

/**
 * What a sign-in depends on: address, password, second factor, recovery codes, and whether the account is
 * disabled. The string contains secrets, and is for comparison within the process alone.
 */
export async function findSignInState(
  db: Transaction,
  where: { id: string } | { email: string },
): Promise<SignInState | null> {
  const row = await db.account.findUnique({
    where,
    select: {
      ...{ id: true, email: true, disabledAt: true },
      credentials: {
        where: { providerId: 'credential' },
        select: { password: true },
      },
      secondFactor: { select: { secret: true, confirmedAt: true } },
      recoveryCodes: { select: { id: true }, orderBy: { id: 'asc' } },
      passkeys: { select: { id: true } },
    },
  });
  if (row === null) return null;
  const { id, passkeys, secondFactor, ...rest } = row;
  // A factor that is being set up is not asked for yet.
  const factor = secondFactor?.confirmedAt ? secondFactor : null;
  return {
    accountId: id,
    state: JSON.stringify({ ...rest, factor }),
    passkeyIds: passkeys.map((passkey) => passkey.id),
  };
}

/** Locks the row of an account against every change of it until the transaction ends. */
export async function lockSignInState(tx: Transaction, id: string): Promise<SignInState | null> {
  await lockRowsIn(tx, Prisma.sql`select 1 from account where id = ${id}::uuid for no key update`);
  // Read after the lock, so that a change the lock waited for is seen.
  return findSignInState(tx, { id });
}
