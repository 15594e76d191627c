import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import {
  describeProblem,
  type ProblemCode,
  ProblemError,
  problemOf,
} from '@viewpoints/api/problem';
import { asTrpcError } from '@viewpoints/api/trpc';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Fastify's own refusals (a body too large, malformed JSON, …) by their status. */
const codesByStatus: Record<number, ProblemCode> = {
  400: 'invalid_input',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  414: 'too_large',
  415: 'unsupported_type',
  429: 'too_many_requests',
  503: 'unavailable',
};

/** What is left of a refused body is read and thrown away, up to so many bytes. */
const mostDiscarded = 64 * 1024 * 1024;

/**
 * Lets a refusal arrive. A connection that is closed while a body is still being sent is reset, and
 * the answer lost with it: browsers and proxies then say that nobody is there.
 */
function letArrive({ raw, headers }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return;
  if (Number(headers['content-length']) <= mostDiscarded) reply.removeHeader('connection');
  else reply.header('connection', 'close');
}

/** Answers with `application/problem+json` (RFC 9457). */
export function sendProblem(reply: FastifyReply, error: ProblemError): FastifyReply {
  const problem = describeProblem(error.code, error.reasons, reply.request.id);
  letArrive(reply.request, reply);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', ...problem }));
}

function asProblem(error: FastifyError): ProblemError {
  const { code, reasons } = problemOf(error);
  if (code !== 'unexpected') return new ProblemError(code, reasons);
  const known = codesByStatus[error.statusCode ?? 500];
  if (known === undefined) return new ProblemError('unexpected');
  // Fastify's codes ("FST_ERR_CTP_INVALID_JSON_BODY") tell more than its status does.
  const detail = error.code?.startsWith('FST_ERR_') ? error.code.slice(8).toLowerCase() : null;
  return new ProblemError(
    known,
    detail === null ? [] : [reason(detail, 'The request cannot be read.')],
  );
}

/**
 * The same for callers of `/trpc`, where something ended the request before tRPC saw it: what their
 * clients look for stands beside the problem.
 */
export function sendTrpcProblem(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { code, reasons } = knownProblem(error, request);
  const problem = describeProblem(code, reasons, request.id);
  const trpc = asTrpcError(new ProblemError(code, reasons));
  const data = { code: trpc.code, httpStatus: problem.status, problem };
  letArrive(request, reply);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        ...{ type: 'about:blank', ...problem },
        error: { message: problem.title, code: TRPC_ERROR_CODES_BY_KEY[trpc.code], data },
      }),
    );
}

function knownProblem(error: FastifyError, request: FastifyRequest): ProblemError {
  const problem = asProblem(error);
  if (problem.code === 'unexpected') request.log.error({ err: error }, 'unexpected error');
  return problem;
}

/** Every error and every unknown address becomes a problem; only the unexpected ones are logged. */
export function replyWithProblems(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(reply, knownProblem(error, request)),
  );
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, new ProblemError('not_found')));
}
