import helmet from '@fastify/helmet';
import { trustedOrigins } from '@viewpoints/api/instance';
import { answerClientError } from '@viewpoints/config/client-errors';
import { newId } from '@viewpoints/db/editorial/new-id';
import { MAX_DOCUMENT_LENGTH } from '@viewpoints/domain/articles/document';
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify';
import { authRoutes } from './auth-routes.ts';
import { createCallLimit } from './call-limit.ts';
import { healthRoutes } from './health-routes.ts';
import { createLimits } from './limits.ts';
import { mediaRoutes } from './media-routes.ts';
import { checkOrigins } from './origin-check.ts';
import type { Parts } from './parts.ts';
import { replyToFrameworkError, replyWithProblems } from './problem-replies.ts';
import { limitStrangersBodies } from './strangers-bodies.ts';
import { trpcRoutes } from './trpc-routes.ts';

/** The longest body taken: a document in characters of several bytes, and what stands round it. */
const bodyLimit = 4 * MAX_DOCUMENT_LENGTH;

/** The whole HTTP side of the API; it listens on nothing yet. */
export async function createServer(parts: Parts): Promise<FastifyInstance> {
  const server: FastifyInstance = fastify({
    loggerInstance: parts.log as FastifyBaseLogger,
    genReqId: () => newId(),
    bodyLimit,
    trustProxy: parts.trust,
    requestTimeout: 60_000,
    // Slow clients hold nothing for long: a request's head comes at once, or not at all.
    // A request that names no host is answered by us, with a problem: Node's answer is empty.
    http: {
      ...{ headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
      requireHostHeader: false,
    },
    routerOptions: { maxParamLength: 2000 },
    frameworkErrors: replyToFrameworkError,
    clientErrorHandler: answerClientError,
  });
  // An expectation other than "100-continue" may be ignored (RFC 9110, 10.1.1).
  server.server.on('checkExpectation', (request, response) =>
    server.server.emit('request', request, response),
  );
  replyWithProblems(server);
  server.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  await server.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // The reading site shows pictures from here on pages of its own.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    hsts: parts.instance.apiUrl.startsWith('https:'),
  });
  limitStrangersBodies(server);
  checkOrigins(server, new Set(trustedOrigins(parts.instance)));
  const limit = await createLimits(server);
  const limitCalls = createCallLimit(parts);
  healthRoutes(server, parts);
  authRoutes(server, parts);
  mediaRoutes(server, parts, { limit, limitCalls });
  await trpcRoutes(server, parts, { limit, limitCalls });
  return server;
}
