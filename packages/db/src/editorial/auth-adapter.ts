import type { BetterAuthOptions, DBAdapter, DBTransactionAdapter } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { type EditorialDatabase, type Transaction, withinTransaction } from '../client.ts';

/** Runs first in each transaction in which better-auth begins a session or sets a password. */
export type BeforeSignInWrite = (tx: Transaction) => Promise<void>;

/**
 * The tables of accounts as better-auth reads and writes them. It stores sessions outside a transaction;
 * here each is stored in one, so that a check within it holds until the session is stored.
 */
export function authAdapter(database: EditorialDatabase, beforeWrite: BeforeSignInWrite) {
  return (options: BetterAuthOptions): DBAdapter => {
    const adapter = prismaAdapter(database, { provider: 'postgresql', transaction: true })(options);
    const { create } = adapter;
    const checked = <Result>(work: (within: DBTransactionAdapter) => Promise<Result>) =>
      database.$transaction(async (tx) => {
        await beforeWrite(tx);
        return work(prismaAdapter(withinTransaction(tx), { provider: 'postgresql' })(options));
      });
    return Object.assign(adapter, {
      // Setting and changing a password.
      transaction: checked,
      create: ((data) =>
        data.model === 'session'
          ? checked((within) => within.create(data))
          : create(data)) as DBAdapter['create'],
    });
  };
}
