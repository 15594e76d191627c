import { editorialRole } from '@viewpoints/postgres/roles/roles';
import { checkConnection } from '@viewpoints/postgres/server/server-check';
import { databaseFailure } from './database-failure.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { poolAdapter, prismaClient } from './prisma-client.ts';
import type { ExecuteWrite, ReadRows } from './read-rows.ts';

/** A client, or the transaction that a command is in. */
export type Transaction = Prisma.TransactionClient;

/** Editors' database: the role viewpoints_editorial. */
export type EditorialDatabase = PrismaClient;

/** The reading site's database: the role viewpoints_reader, whose grants limit what can be queried. */
export type ReaderDatabase = {
  readonly rows: ReadRows;
  readonly executeWrite: ExecuteWrite;
  readonly $disconnect: () => Promise<void>;
};

export type ConnectOptions = {
  /** Most connections held at once. */
  poolSize?: number;
};

/** How long a transaction may do nothing before the server ends it, in milliseconds. */
const idleTimeout = 60_000;

/**
 * Editors' database. Connects when first used. The user of `url` owns the tables and works as
 * viewpoints_editorial, which may not: no table, trigger or policy can be changed from here.
 */
export function connectEditorial(url: string, options: ConnectOptions = {}): EditorialDatabase {
  return prismaClient(editorialAdapter(url, options));
}

/** The adapter that opens connections to editors' database. */
export function editorialAdapter(url: string, options: ConnectOptions = {}) {
  return poolAdapter({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: 'viewpoints-editorial',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // A process that freezes in a transaction must not hold its locks for ever.
    onConnect: (client) =>
      checkConnection(client, { role: editorialRole, setting: 'DATABASE_URL', writes: true }),
    options: `-c role=${editorialRole} -c idle_in_transaction_session_timeout=${idleTimeout}`,
  });
}

/** Maximum attempts on deadlock. */
const maxAttempts = 3;

const nested = new WeakSet<EditorialDatabase>();

/**
 * Runs `work` in one transaction: all of it is committed, or none. Rows are locked by the queries
 * that need it (`lock…`), so the isolation level is read committed. After a deadlock, which commits
 * nothing, `work` is run a second and a third time; then the error is thrown.
 */
export async function inTransaction<Result>(
  db: EditorialDatabase,
  work: (tx: Transaction) => Promise<Result>,
  { timeout = 20_000 }: { timeout?: number } = {},
): Promise<Result> {
  for (let left = nested.has(db) ? 0 : maxAttempts - 1; ; left -= 1) {
    try {
      return await db.$transaction(work, { maxWait: 5_000, timeout });
    } catch (error) {
      if (left <= 0 || databaseFailure(error)?.kind !== 'conflict') throw error;
    }
  }
}

/**
 * A database whose transactions are all part of `tx`: several commands are then committed together
 * or not at all, and retried by the caller that began `tx`.
 */
export function withinTransaction(tx: Transaction): EditorialDatabase {
  const runNested = (work: (tx: Transaction) => Promise<unknown>) => work(tx);
  const db = new Proxy(tx, {
    get: (target, key) => (key === '$transaction' ? runNested : Reflect.get(target, key)),
  }) as EditorialDatabase;
  nested.add(db);
  return db;
}
