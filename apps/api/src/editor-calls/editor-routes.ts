import type { CommandGuard } from '@viewpoints/api/command-guard';
import type { ApiContext } from '@viewpoints/api/context';
import { callOnce, IdempotencyKey, retryAfter } from '@viewpoints/api/http/editor/call-once';
import { callOperation } from '@viewpoints/api/http/editor/call-operation';
import { type EditorOperation, openOperations } from '@viewpoints/api/http/editor/list-operations';
import { accountJson } from '@viewpoints/api/input/json-limits';
import { ProblemError, problemOf } from '@viewpoints/api/problem';
import { createWebhookCipher } from '@viewpoints/api/webhooks/webhook-cipher';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../call-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { findCaller } from '../find-caller.ts';
import type { Limit } from '../limits.ts';
import { sendProblem } from '../problem-replies.ts';
import { createTokenLimit } from './token-limit.ts';

type EditorRequest = FastifyRequest<{
  Params: Record<string, string>;
  Querystring: Record<string, string | string[]>;
}>;

/**
 * What editors do, over plain HTTP under `/v1/editor`, by access token alone: cookies are not looked at, and
 * pages of other sites can neither call it nor read its answers.
 */
export async function editorRoutes(
  server: FastifyInstance,
  parts: Dependencies,
  limit: Limit,
): Promise<void> {
  const webhookCipher = createWebhookCipher(parts.secret);
  const limitToken = createTokenLimit(parts);
  await server.register(async (scope) => {
    // Before a byte of the body is read.
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { authorization } = request.headers;
      if (authorization === undefined) {
        reply.header('www-authenticate', 'Bearer');
        throw new ProblemError('signed_out', [
          reason('token_needed', 'Send an access token: Authorization: Bearer vpt_…'),
        ]);
      }
      request.account = await findCaller(parts, limit, request, reply);
      limitToken(request, reply);
    });
    for (const operation of openOperations)
      scope.route<{ Params: EditorRequest['params']; Querystring: EditorRequest['query'] }>({
        method: operation.method,
        url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
        config: { json: accountJson },
        handler: async (request, reply) => {
          const ctx = contextOf(parts, webhookCipher, { request, reply });
          try {
            return await answer(operation, ctx, { request, reply });
          } catch (error) {
            // Unexpected errors were logged where they were thrown.
            const { code, reasons } = problemOf(error);
            if (code === 'call_running') reply.header('retry-after', String(retryAfter));
            return sendProblem(reply, new ProblemError(code, reasons));
          }
        },
      });
  });
}

async function answer(
  operation: EditorOperation,
  ctx: ApiContext,
  { request, reply }: { request: EditorRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const { params: path, query, body } = request;
  const call = (once?: CommandGuard) =>
    callOperation(operation, { ...ctx, once }, { path, query, body });
  const key = keyOf(operation, request);
  if (key === null) return sendAnswer(operation, reply, await call());
  const made = await callOnce(
    ctx.editorial,
    {
      tokenId: ctx.account?.token?.id ?? '',
      key,
      request: JSON.stringify([operation.method, request.url, body ?? null]),
      status: operation.status,
    },
    call,
  );
  if ('answer' in made) return sendAnswer(operation, reply, made.answer);
  const { status, refId } = made.earlier;
  reply.header('idempotent-replayed', 'true');
  return sendJson(reply, status, status === 204 ? null : { id: refId });
}

/** The key of a call that changes something; null for none. */
function keyOf({ isQuery, scope }: EditorOperation, { headers }: EditorRequest): string | null {
  const sent = headers['idempotency-key'];
  if (sent === undefined || isQuery || scope === 'read') return null;
  const key = IdempotencyKey.safeParse(sent);
  if (key.success) return key.data;
  throw new ProblemError('invalid_input', [
    reason('invalid_key', 'Send 1 to 200 visible characters, such as a UUID.', 'Idempotency-Key'),
  ]);
}

const readable = new Set(
  openOperations.flatMap(({ method, path }) => (method === 'GET' ? [path] : [])),
);

function sendAnswer(
  { path, status }: EditorOperation,
  reply: FastifyReply,
  body: object | null,
): FastifyReply {
  const id = body !== null && 'id' in body ? body.id : null;
  if (status === 201 && typeof id === 'string' && readable.has(`${path}/{id}`))
    reply.header('location', `${path}/${id}`);
  return sendJson(reply, status, body);
}

function sendJson(reply: FastifyReply, status: number, body: object | null): FastifyReply {
  reply.code(status);
  if (body === null) return reply.send();
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}
