import type { Prisma } from '../generated/client.ts';

/** What editorial queries are given: the client, or the transaction a command is in. */
export type EditorialDb = Prisma.TransactionClient;
