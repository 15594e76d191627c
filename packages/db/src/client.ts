import type { Prisma, PrismaClient } from './generated/client.ts';
import { prismaClient } from './prisma-client.ts';
import type { QueryRaw, ReadRows, WriteDown } from './read-rows.ts';
import { editorialRole } from './roles.ts';

/** A client, or the transaction that a command is in. */
export type Transaction = Prisma.TransactionClient;

/** Editors' database: the role viewpoints_editorial. */
export type EditorialDatabase = PrismaClient;

/** The reading site's database: the role viewpoints_reader, which decides what may be asked for. */
export type ReaderDatabase = {
  readonly rows: ReadRows;
  readonly $queryRaw: QueryRaw;
  readonly writeDown: WriteDown;
  readonly $disconnect: () => Promise<void>;
};

export type ConnectOptions = {
  /** Most connections held at once. */
  poolSize?: number;
};

/**
 * Editors' database. Connects when first used. The user of `url` owns the tables and works as
 * viewpoints_editorial, which may not: no table, trigger or policy can be changed from here.
 */
export function connectEditorial(url: string, options: ConnectOptions = {}): EditorialDatabase {
  return prismaClient({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: 'viewpoints-editorial',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: `-c role=${editorialRole}`,
  });
}

/**
 * Runs `work` in one transaction: all of it is kept, or none. Rows are locked by the queries that
 * need it (`lock…`), so reading what is committed is enough.
 */
export function inTransaction<Result>(
  db: EditorialDatabase,
  work: (tx: Transaction) => Promise<Result>,
  { timeout = 20_000 }: { timeout?: number } = {},
): Promise<Result> {
  return db.$transaction(work, { maxWait: 5_000, timeout });
}

/**
 * A database whose transactions are all part of `tx`: what several commands do is then kept
 * together, or not at all.
 */
export function withinTransaction(tx: Transaction): EditorialDatabase {
  const join = (work: (tx: Transaction) => Promise<unknown>) => work(tx);
  return new Proxy(tx, {
    get: (target, key) => (key === '$transaction' ? join : Reflect.get(target, key)),
  }) as EditorialDatabase;
}
