import type { BetterAuthOptions, DBAdapter, DBTransactionAdapter } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { type EditorialDatabase, type Transaction, withinTransaction } from '../client.ts';

/** The kinds of rows that a transaction of better-auth stores. */
export type SignInWrite = 'session' | 'password';

export type SignInWrites = {
  /** Runs first in each transaction in which better-auth begins a session or sets a password. */
  before: (tx: Transaction) => Promise<void>;
  /** Runs in the same transaction after each of these was stored: all of it is committed, or none. */
  after: (tx: Transaction, written: SignInWrite) => Promise<void>;
};

/**
 * The tables of accounts as better-auth reads and writes them. It stores sessions outside a transaction;
 * here each is stored in one, so that a check within it holds until the session is stored, and that is
 * recorded together with it.
 */
export function authAdapter(database: EditorialDatabase, writes: SignInWrites) {
  return (options: BetterAuthOptions): DBAdapter => {
    const adapter = prismaAdapter(database, { provider: 'postgresql', transaction: true })(options);
    const { create } = adapter;
    const checked = <Result>(work: (within: DBTransactionAdapter) => Promise<Result>) =>
      database.$transaction(async (tx) => {
        await writes.before(tx);
        const within = prismaAdapter(withinTransaction(tx), { provider: 'postgresql' })(options);
        return work(recording(within, (written) => writes.after(tx, written)));
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

/** better-auth calls a credential "account"; it writes to one only to set its password. */
const writtenIn = (model: string): SignInWrite | null =>
  model === 'session' ? 'session' : model === 'account' ? 'password' : null;

/** The adapter of a transaction that reports what it has stored. */
function recording(
  within: DBAdapter,
  after: (written: SignInWrite) => Promise<void>,
): DBTransactionAdapter {
  const { create, update, updateMany } = within;
  const reportWrite = async <Result>(model: string, work: Promise<Result>): Promise<Result> => {
    const result = await work;
    const written = writtenIn(model);
    if (written !== null) await after(written);
    return result;
  };
  return Object.assign(within, {
    create: ((data) => reportWrite(data.model, create(data))) as DBAdapter['create'],
    update: ((data) => reportWrite(data.model, update(data))) as DBAdapter['update'],
    updateMany: ((data) => reportWrite(data.model, updateMany(data))) as DBAdapter['updateMany'],
  });
}
