import { problemOf } from '@viewpoints/api/problem';
import { getDatabaseState } from '@viewpoints/db/editorial/database-state';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance } from 'fastify';
import type { Dependencies } from './dependencies.ts';

/** How long a part may take to answer before it counts as out of reach, in milliseconds. */
const timeoutMs = 4000;

/** A component that cannot do its work, described for the operator. */
class NotReady extends Error {
  readonly reason: Reason;

  constructor(code: string, message: string) {
    super(message);
    this.reason = reason(code, message);
  }
}

/**
 * `/healthz`: this process answers. `/readyz`: commands can be carried out, and if not, every
 * reason why.
 */
export function healthRoutes(server: FastifyInstance, parts: Dependencies): void {
  const { editorial, reader, queue, pendingMigrations, isFit, log } = parts;
  let migrated = false;
  const checks = {
    database: async () => {
      // Each connection is looked at when it is made: its role, and that its server is no standby.
      const state = await getDatabaseState(editorial);
      await reader.rows('select 1');
      if (state.isReadOnly)
        throw new NotReady('server_read_only', 'The database takes no changes.');
      if (!state.hasQueue)
        throw new NotReady('queue_missing', 'The database has no job queue: run npm start once.');
    },
    server: async () => isFit?.(),
    migrations: async () => {
      // Applied migrations stay applied, so one positive check is enough.
      migrated ||= (await pendingMigrations()).length === 0;
      if (!migrated)
        throw new NotReady('migrations_pending', 'The database is not migrated: run npm start.');
    },
    queue: async () => {
      if (!queue.running()) throw new NotReady('queue_stopped', 'No jobs are taken.');
    },
  };

  server.get('/healthz', { logLevel: 'silent' }, async () => ({ ok: true }));
  server.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const reasons: Reason[] = [];
    const answers = Object.entries(checks).map(async ([part, check]) => {
      const fine = await inTime(check()).then(
        () => true,
        (error: unknown) => {
          log.warn({ err: error, part }, 'not ready');
          reasons.push(...reasonsOf(error));
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
      .send({ ok, ...found, reasons });
  });
}

/** Without the database's own message, which may contain private data. */
function reasonsOf(error: unknown): Reason[] {
  if (error instanceof NotReady) return [error.reason];
  const { reasons } = problemOf(error);
  return reasons.length > 0
    ? reasons
    : [reason('unreachable', 'The database cannot be reached, or does not answer in time.')];
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), timeoutMs);
  });
  await Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
