import type { FastifyInstance } from 'fastify';
import type { Parts } from './parts.ts';

/** How long a part may take to answer before it counts as out of reach, in milliseconds. */
const patience = 4000;

/** `/healthz`: this process answers. `/readyz`: it can do its work, and what of it cannot. */
export function healthRoutes(server: FastifyInstance, parts: Parts): void {
  const { editorial, reader, queue, pendingMigrations, log } = parts;
  let migrated = false;
  const checks = {
    database: async () => {
      await editorial.$queryRaw`select 1`;
      await reader.$queryRaw`select 1`;
    },
    migrations: async () => {
      // Migrations never go away again, so that having them all is asked once.
      migrated ||= (await pendingMigrations()).length === 0;
      if (!migrated) throw new Error('migrations are pending');
    },
    queue: async () => {
      if (!queue.running()) throw new Error('no jobs are taken');
    },
  };

  server.get('/healthz', { logLevel: 'silent' }, async () => ({ ok: true }));
  server.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const answers = Object.entries(checks).map(async ([part, check]) => {
      const fine = await inTime(check()).then(
        () => true,
        (error: unknown) => {
          log.warn({ err: error, part }, 'not ready');
          return false;
        },
      );
      return [part, fine] as const;
    });
    const found = Object.fromEntries(await Promise.all(answers));
    const ok = Object.values(found).every(Boolean);
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, ...found });
  });
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patience);
  });
  await Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
