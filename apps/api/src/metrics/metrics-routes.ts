import { ProblemError } from '@viewpoints/api/problem';
import { bringsBearerToken } from '@viewpoints/config/bearer-token';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

/**
 * Serves `/metrics` to callers that send METRICS_TOKEN, and measures requests. Without that setting
 * nothing is measured, and the address does not exist.
 */
export function metricsRoutes(
  server: FastifyInstance,
  { metrics, token }: { metrics: Metrics; token: string },
): void {
  server.addHook('onResponse', async (request, reply) => {
    metrics.countRequest(
      {
        method: request.method,
        route: request.is404 ? null : (request.routeOptions.url ?? null),
        status: reply.statusCode,
      },
      reply.elapsedTime / 1000,
    );
  });
  server.get('/metrics', { logLevel: 'silent' }, async (request, reply) => {
    if (!bringsBearerToken(request.headers.authorization, token)) {
      reply.header('www-authenticate', 'Bearer');
      throw new ProblemError('signed_out', [
        reason('metrics_token_wrong', 'Send the value of METRICS_TOKEN as a bearer token.'),
      ]);
    }
    const { text, contentType } = await metrics.render();
    return reply.header('cache-control', 'no-store').type(contentType).send(text);
  });
}
