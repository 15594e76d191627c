import {
  describeProblem,
  needsOperator,
  type ProblemCode,
  ProblemError,
  problemOf,
} from '@viewpoints/api/problem';
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

/** Answers with `application/problem+json` (RFC 9457). */
export function sendProblem(reply: FastifyReply, error: ProblemError): FastifyReply {
  const problem = describeProblem(error.code, error.reasons, reply.request.id);
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

/** Every error and every unknown address becomes a problem; only the unexpected ones are logged. */
export function replyWithProblems(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problem = asProblem(error);
    if (problem.code === 'unexpected') request.log.error({ err: error }, 'unexpected error');
    if (needsOperator(problem)) request.log.error({ err: error }, 'no room left on a disk');
    return sendProblem(reply, problem);
  });
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, new ProblemError('not_found')));
}
