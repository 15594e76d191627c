import type { CommandContext } from '@viewpoints/api/command';
import { loadSettings } from '@viewpoints/config/env';
import { connectEditorial, type EditorialDatabase } from '@viewpoints/db/client';
import { findAccountByEmail } from '@viewpoints/db/editorial/accounts';
import type { Account } from '@viewpoints/domain/accounts/account';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { openDatabase } from './database.ts';
import { Failure } from './failure.ts';

/**
 * Lets a command of the command line work on the editors' database, joining the server that
 * `npm start` runs where there is one.
 */
export async function withEditorial<T>(
  work: (context: CommandContext, editorial: EditorialDatabase) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(loadSettings(), {
    join: true,
    say: (sentence) => console.error(sentence),
  });
  const editorial = connectEditorial(database.url, { poolSize: 2 });
  try {
    if ((await listPendingMigrations(database.url)).length > 0) {
      throw new Failure('The database has not been prepared for this version. Run: npm start');
    }
    return await work({ editorial, account: null }, editorial);
  } finally {
    await editorial.$disconnect();
    await database.stop();
  }
}

/** @throws {Failure} if no account has this address */
export async function getAccount(editorial: EditorialDatabase, email: string): Promise<Account> {
  const account = await findAccountByEmail(editorial, email);
  if (account !== null) return account;
  throw new Failure(`Nobody has the address ${email}. See who there is: viewpoints user list`);
}
