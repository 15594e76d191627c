import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import { type AppRouter, appRouter } from '@viewpoints/api/app-router';
import type { ApiContext } from '@viewpoints/api/context';
import { asTrpcError } from '@viewpoints/api/trpc';
import { networkOf } from '@viewpoints/config/caller-network';
import type { FastifyInstance } from 'fastify';
import type { CallLimit } from './call-limit.ts';
import { type Limit, refuseFor } from './limits.ts';
import type { Parts } from './parts.ts';
import { whoCalls } from './who-calls.ts';

/** Most calls in one batch. */
const maxBatch = 30;

/** Typed calls at `/trpc`. */
export async function trpcRoutes(
  server: FastifyInstance,
  parts: Parts,
  { limit, limitCalls }: { limit: Limit; limitCalls: CallLimit },
): Promise<void> {
  const { accounts, editorial, reader, instance, now, hearing } = parts;
  await server.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      maxBatchSize: maxBatch,
      createContext: async ({ req, res, info }): Promise<ApiContext> => {
        try {
          const account = await whoCalls(parts, limit, req, res);
          if (account === null) limitCalls(req, res, info.calls.length);
          return {
            editorial,
            reader,
            instance,
            now,
            heardByAll: hearing?.heardByAll,
            requestId: req.id,
            log: req.log,
            account,
            limit: async (what) => {
              const wait = await accounts.attempts.consume(what, { network: networkOf(req.ip) });
              if (wait > 0) refuseFor(wait, res);
            },
          };
        } catch (error) {
          throw asTrpcError(error);
        }
      },
      responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
    } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
  });
}
