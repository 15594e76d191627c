import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { PrismaClient } from './generated/client.ts';
import { statementName } from './statement-name.ts';

/** Prisma's client on a pool of connections. */
export function prismaClient(pool: PoolConfig): PrismaClient {
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => statementName(sql),
    // A connection that breaks while idle is replaced by the pool; unheard, it would end the process.
    onPoolError: () => {},
    onConnectionError: () => {},
  });
  return new PrismaClient({ adapter, errorFormat: 'minimal' });
}
