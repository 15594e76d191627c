import { createRequire } from 'node:module';
import { Pool } from 'pg';
import type { ConnectOptions, ReaderDatabase } from './client.ts';
import { queryRawBy, readRowsFrom, writeDownOn } from './read-rows.ts';

const require = createRequire(import.meta.url);

/**
 * The reading site's database; `url` is DATABASE_READER_URL or `readerUrl(databaseUrl, secret)`.
 * Prisma's client is made where something first asks for it: it weighs as much as the whole rest
 * of a reading site, and what readers wait for does not need it.
 */
export function connectReader(url: string, options: ConnectOptions = {}): ReaderDatabase {
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    application_name: 'viewpoints-reader',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  // A connection that breaks while idle is replaced; unheard, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  let prisma: ReturnType<typeof prismaOn> | null = null;
  const rows = readRowsFrom(pool);
  const own = {
    rows,
    $queryRaw: queryRawBy(rows),
    writeDown: writeDownOn(pool),
    $disconnect: async () => {
      await prisma?.$disconnect();
      await pool.end();
    },
  };
  return new Proxy(own, {
    get: (target, key) => {
      if (key in target) return Reflect.get(target, key);
      prisma ??= prismaOn(pool);
      return Reflect.get(prisma, key);
    },
  }) as ReaderDatabase;
}

function prismaOn(pool: Pool) {
  const { prismaClient }: typeof import('./prisma-client.ts') = require('./prisma-client.ts');
  return prismaClient(pool);
}
