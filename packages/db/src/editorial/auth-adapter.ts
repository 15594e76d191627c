import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { EditorialDatabase } from '../client.ts';

/** The tables of accounts as better-auth reads and writes them. */
export function authAdapter(database: EditorialDatabase) {
  return prismaAdapter(database, { provider: 'postgresql', transaction: true });
}
