import {
  type CreateFastifyContextOptions,
  fastifyRequestHandler,
} from '@trpc/server/adapters/fastify';
import type { InstallationCipher } from '@viewpoints/api/accounts/installation-cipher';
import { appRouter } from '@viewpoints/api/app-router';
import type { ApiContext } from '@viewpoints/api/context';
import { publicReads } from '@viewpoints/api/http/public-reads';
import { accountJson, anonymousJson } from '@viewpoints/api/input/json-limits';
import { assertJsonWithin } from '@viewpoints/api/input/json-scanner';
import { asTrpcError } from '@viewpoints/api/trpc';
import { createWebhookCipher } from '@viewpoints/api/webhooks/webhook-cipher';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { allowAnyOrigin } from './any-origin.ts';
import { assertAccountForLongBody, readJsonBody } from './body-limits.ts';
import { contextOf } from './call-context.ts';
import type { CallLimit } from './call-limit.ts';
import type { Dependencies } from './dependencies.ts';
import { findCallers } from './find-caller.ts';
import type { Limit } from './limits.ts';
import { sendTrpcProblem } from './problem-replies.ts';

/** Most calls in one batch. */
const maxBatch = 30;

/**
 * Typed calls at `/trpc`. Who calls is known before the input is read, and the input is within its
 * limits before tRPC parses it, be it a body or in the address.
 */
export async function trpcRoutes(
  server: FastifyInstance,
  parts: Dependencies,
  limits: { limit: Limit; limitCalls: CallLimit },
): Promise<void> {
  const given = { ...limits, webhookCipher: createWebhookCipher(parts.secret) };
  await server.register(
    async (scope) => {
      scope.setErrorHandler((error: FastifyError, request, reply) =>
        sendTrpcProblem(error, request, reply),
      );
      allowPublicReads(scope);
      findCallers(scope, parts, limits.limit);
      scope.addHook('onRequest', async (request) => {
        assertAccountForLongBody(request);
        assertInputsWithin(request);
      });
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('application/json', (request: FastifyRequest) =>
        readJsonBody(request, request.account === null ? anonymousJson : accountJson),
      );
      scope.all<{ Params: { path: string } }>('/:path', async (req, res) => {
        await fastifyRequestHandler({
          ...{ req, res, path: req.params.path, router: appRouter, maxBatchSize: maxBatch },
          createContext: async (options) => contextOfCalls(parts, given, options),
          responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
        });
      });
    },
    { prefix: '/trpc' },
  );
}

/** Lets pages of any site make public reads without credentials, as `/v1` does. */
function allowPublicReads(scope: FastifyInstance): void {
  const isPublic = new Set(publicReads.map(({ id }) => id));
  scope.addHook('onRequest', async ({ method, params }, reply) => {
    if (method !== 'GET') return;
    const { path } = params as { path: string };
    if (path.split(',').every((each) => isPublic.has(each))) allowAnyOrigin(reply);
  });
}

/** Counts the calls of a request without an account before they are made. */
function contextOfCalls(
  parts: Dependencies,
  { limitCalls, webhookCipher }: { limitCalls: CallLimit; webhookCipher: InstallationCipher },
  { req: request, res: reply, info }: CreateFastifyContextOptions,
): ApiContext {
  try {
    if (request.account === null) limitCalls(request, reply, info.calls.length);
  } catch (error) {
    throw asTrpcError(error);
  }
  return contextOf(parts, webhookCipher, { request, reply });
}

/** Inputs of queries are in the address, as JSON. Anonymous limits apply to all: they are short. */
function assertInputsWithin({ raw }: FastifyRequest): void {
  const query = raw.url?.split('?', 2)[1] ?? '';
  for (const input of new URLSearchParams(query).getAll('input'))
    assertJsonWithin(anonymousJson, input);
}
