import { z } from 'zod';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn, parseRowsIn } from '../statement.ts';

const SignInState = z.object({
  accountId: z.uuid(),
  email: z.string(),
  /** Everything that decides whether the account can sign in, as one string to compare. */
  state: z.string(),
  passkeyIds: z.array(z.uuid()),
  /** The audit record of the last time the address was restored after a change; null for never. */
  lastRestore: z.uuid().nullable(),
});

/** An account, and everything that decides whether it can sign in. */
export type SignInState = z.infer<typeof SignInState>;

/**
 * What a sign-in depends on: address, password, second factor, recovery codes, and whether the account is
 * disabled. The string contains secrets, and is for comparison within the process alone. One statement,
 * so that it is of one moment, and costs the database the same if no account has the address.
 */
export async function findSignInState(
  db: Transaction,
  where: { id: string } | { email: string },
): Promise<SignInState | null> {
  const isIt =
    'id' in where
      ? Prisma.sql`account.id = ${where.id}::uuid`
      : Prisma.sql`account.email = ${where.email}`;
  const [row] = await parseRowsIn(
    db,
    SignInState,
    // A factor that is being set up is not required yet.
    Prisma.sql`
    select account.id as "accountId", email,
      json_build_array(
        email, disabled_at,
        (select json_agg(password order by id) from credential
         where account_id = account.id and provider_id = 'credential'),
        (select json_build_array(secret, confirmed_at) from second_factor
         where account_id = account.id and confirmed_at is not null),
        (select json_agg(id order by id) from recovery_code where account_id = account.id)
      )::text as state,
      array(select id from passkey where account_id = account.id) as "passkeyIds",
      (select id from audit_record
       where subject_kind = 'account' and subject_id = account.id
         and action = 'account.restore_email'
       order by at desc, id desc limit 1) as "lastRestore"
    from account where ${isIt}`,
  );
  return row ?? null;
}

/** Locks the row of an account against every change of it until the transaction ends. */
export async function lockSignInState(tx: Transaction, id: string): Promise<SignInState | null> {
  await lockRowsIn(tx, Prisma.sql`select 1 from account where id = ${id}::uuid for no key update`);
  // Read after the lock, so that a change the lock waited for is seen.
  return findSignInState(tx, { id });
}
