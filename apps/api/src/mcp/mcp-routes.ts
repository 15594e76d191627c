import { trustedOrigins } from '@viewpoints/api/instance';
import { ProblemError } from '@viewpoints/api/problem';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import type { CountCall } from '../public-reads/count-call.ts';
import { createMcpAnswers } from './mcp-answers.ts';

/**
 * Public reads as tools of the Model Context Protocol, at `/mcp`: one POST request for each
 * message, anonymous and without a session, so that any instance may answer.
 */
export function mcpRoutes(
  server: FastifyInstance,
  parts: Dependencies,
  countCall: CountCall,
): void {
  const origins = new Set(trustedOrigins(parts.instance));
  const answer = createMcpAnswers(parts);
  server.post(
    '/mcp',
    { onRequest: async (request) => assertOwnOrigin(request, origins) },
    async (request, reply) => {
      await countCall(request, reply);
      // Several messages in one request were part of one version of the protocol, and would be one call of ours.
      if (Array.isArray(request.body))
        throw new ProblemError('invalid_input', [
          reason('batch_not_allowed', 'Send each message in a request of its own.'),
        ]);
      return send(reply, await answer(request.id, request.headers, request.body));
    },
  );
}

/**
 * Refuses pages of other sites, as the protocol demands: a browser in a closed network could be
 * made to request what only it can reach. Programs send no origin.
 */
function assertOwnOrigin({ headers }: FastifyRequest, origins: ReadonlySet<string>): void {
  const { origin } = headers;
  if (origin === undefined || origins.has(origin)) return;
  throw new ProblemError('foreign_origin', [
    reason('origin_not_allowed', 'Programs may call this address, and pages of the admin.'),
  ]);
}

async function send(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  const type = answer.headers.get('content-type');
  if (type !== null) reply.header('content-type', type);
  return reply
    .code(answer.status)
    .header('cache-control', 'no-store')
    .send(await answer.text());
}
