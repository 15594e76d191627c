import helmet from '@fastify/helmet';
import { accountJson, anonymousJson } from '@viewpoints/api/input/json-limits';
import { trustedOrigins } from '@viewpoints/api/instance';
import { answerClientErrors } from '@viewpoints/config/client-errors';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  fastify,
} from 'fastify';
import { authRoutes } from './auth-routes.ts';
import { limitAnonymousBodies, readJsonBody } from './body-limits.ts';
import { bounceRoutes } from './bounce-routes.ts';
import { createCallLimit } from './call-limit.ts';
import { collaborate } from './collaboration/collaboration.ts';
import type { Dependencies } from './dependencies.ts';
import { editorRoutes } from './editor-calls/editor-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { createLimits } from './limits.ts';
import { mcpRoutes } from './mcp/mcp-routes.ts';
import { mediaRoutes } from './media-routes.ts';
import { metricsRoutes } from './metrics/metrics-routes.ts';
import { checkOrigins } from './origin-check.ts';
import { previewRoutes } from './preview-routes.ts';
import { replyToFrameworkError, replyWithProblems } from './problem-replies.ts';
import { createCountCall } from './public-reads/count-call.ts';
import { publicReadRoutes } from './public-reads/public-read-routes.ts';
import { quoteCheckRoutes } from './quote-check-routes.ts';
import { sharedPreviewRoutes } from './shared-preview-routes.ts';
import { subscriptionRoutes } from './subscription-routes.ts';
import { trpcRoutes } from './trpc-routes.ts';
import { uploadRoutes } from './upload-routes.ts';
import { wordRoutes } from './word-routes.ts';

/** The whole HTTP side of the API; it listens on nothing yet. */
export async function createServer(parts: Dependencies): Promise<FastifyInstance> {
  const server: FastifyInstance = fastify({
    loggerInstance: parts.log as FastifyBaseLogger,
    genReqId: () => newId(),
    bodyLimit: accountJson.bytes,
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
    // Fastify's own would answer as well.
    clientErrorHandler: () => {},
  });
  answerClientErrors(server.server);
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
  server.decorateRequest('account', null);
  limitAnonymousBodies(server);
  checkOrigins(server, new Set(trustedOrigins(parts.instance)));
  acceptJson(server);
  const limit = createLimits(parts);
  const limitCalls = createCallLimit(parts);
  if (parts.metrics !== undefined) metricsRoutes(server, parts.metrics);
  healthRoutes(server, parts);
  authRoutes(server, parts, limitCalls);
  await mediaRoutes(server, parts, { limit, limitCalls });
  await wordRoutes(server, parts, limit);
  await uploadRoutes(server, parts, limit);
  previewRoutes(server, parts);
  quoteCheckRoutes(server, parts);
  sharedPreviewRoutes(server, parts);
  subscriptionRoutes(server, parts);
  await bounceRoutes(server, parts);
  const countCall = createCountCall(parts, { limit, limitCalls });
  publicReadRoutes(server, parts, { limitCalls, countCall });
  await editorRoutes(server, parts, limit);
  mcpRoutes(server, parts, countCall);
  await trpcRoutes(server, parts, { limit, limitCalls });
  const { databaseUrl } = parts;
  if (databaseUrl !== undefined) collaborate(server, { ...parts, databaseUrl });
  return server;
}

/** Nothing but JSON has a meaning here, unless a route says otherwise. */
function acceptJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', async (request: FastifyRequest) => {
    const { json = anonymousJson } = request.routeOptions.config;
    const body = await readJsonBody(request, json);
    return new Promise((resolve, reject) => {
      parse(request, body, (error, value) => (error ? reject(error) : resolve(value)));
    });
  });
}
