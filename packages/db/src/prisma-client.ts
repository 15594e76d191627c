import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { PrismaClient } from './generated/client.ts';
import { statementName } from './statement-name.ts';

/** A pool of connections, as Prisma's client opens it. */
export function poolAdapter(pool: PoolConfig): PrismaPg {
  return new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => statementName(sql),
    // A connection that breaks while idle is replaced by the pool; unheard, it would end the process.
    onPoolError: () => {},
    onConnectionError: () => {},
  });
}

/** Prisma's client on what opens its connections. */
export function prismaClient(adapter: Pick<PrismaPg, keyof PrismaPg>): PrismaClient {
  return new PrismaClient({ adapter, errorFormat: 'minimal' });
}
