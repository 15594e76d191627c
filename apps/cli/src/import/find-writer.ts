import type { EditorialDatabase } from '@viewpoints/db/client';
import { listAccounts } from '@viewpoints/db/editorial/accounts';
import type { Account } from '@viewpoints/domain/accounts/account';
import { rolesFor } from '@viewpoints/domain/accounts/permissions';
import { getAccount } from '../editorial.ts';
import { Failure } from '../failure.ts';

/** The account that was named, or the only one that writes here. @throws {Failure} */
export async function findWriter(editorial: EditorialDatabase, email?: string): Promise<Account> {
  if (email !== undefined) {
    const account = await getAccount(editorial, email);
    if (account.disabledAt === null) return account;
    throw new Failure(`The account ${email} is disabled.`);
  }
  const writing = rolesFor('article.import');
  const writers = (await listAccounts(editorial)).filter(
    ({ disabledAt, roles }) => disabledAt === null && roles.some((role) => writing.includes(role)),
  );
  const [only, ...others] = writers;
  if (only === undefined)
    throw new Failure('Nobody who writes has an account yet. Set the journal up first: npm start');
  if (others.length > 0)
    throw new Failure('Several people write here. Say whose draft it is to be: --as EMAIL');
  return only;
}
