import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { needsOperator, ProblemError, problemOf } from '@viewpoints/api/problem';
import { asTrpcError } from '@viewpoints/api/trpc';
import { describeProblem, type ProblemCode } from '@viewpoints/domain/problem';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Fastify's own refusals (a body too large, malformed JSON, …) by their status. */
const codesByStatus: Record<number, ProblemCode> = {
  400: 'invalid_input',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'too_slow',
  413: 'too_large',
  414: 'url_too_long',
  415: 'unsupported_type',
  429: 'too_many_requests',
  431: 'headers_too_large',
  503: 'unavailable',
};

/** Maximum bytes of a refused body that are read and discarded. */
const maxDiscarded = 64 * 1024 * 1024;

/**
 * Makes sure that a refusal arrives. A connection that is closed while a body is still being sent
 * is reset, and the response is lost: browsers and proxies then report that the server is down.
 */
function letArrive({ raw, headers }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return;
  if (Number(headers['content-length']) <= maxDiscarded) reply.removeHeader('connection');
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
  // Fastify's codes ("FST_ERR_CTP_INVALID_JSON_BODY") say more than the status.
  const detail = error.code?.startsWith('FST_ERR_') ? error.code.slice(8).toLowerCase() : null;
  return new ProblemError(
    known,
    detail === null ? [] : [reason(detail, 'The request cannot be read.')],
  );
}

/**
 * The same for callers of `/trpc`, if a request ended before tRPC saw it: with the fields that tRPC
 * clients expect in addition to the problem.
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
  if (needsOperator(problem))
    request.log.error({ err: error }, 'whoever runs the server has to act');
  return problem;
}

/** Refusals by Fastify before there is a route or a hook: an address that cannot be decoded, say. */
export function replyToFrameworkError(
  error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.header('x-request-id', reply.request.id).header('x-content-type-options', 'nosniff');
  sendProblem(reply, asProblem(error));
}

/**
 * Every error, every unknown address and every method that an address does not take becomes a
 * problem; only the unexpected ones are logged. To be called before there are routes.
 */
export function replyWithProblems(server: FastifyInstance): void {
  const allowed = allowedMethods(server);
  server.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(reply, knownProblem(error, request)),
  );
  server.addHook('onRequest', async ({ raw }) => {
    if (raw.headers.host === undefined && raw.httpVersion === '1.1')
      throw new ProblemError('invalid_input', [reason('no_host', 'Send a Host header.', 'host')]);
  });
  server.setNotFoundHandler((request, reply) => {
    const methods = allowed(request.url);
    if (methods.length === 0) return sendProblem(reply, new ProblemError('not_found'));
    reply.header('allow', methods.join(', '));
    return sendProblem(reply, new ProblemError('method_not_allowed'));
  });
}

/** Records each route as it is made; returns a function for the methods of an address. */
function allowedMethods(server: FastifyInstance): (url: string) => string[] {
  const routes: { pattern: RegExp; methods: string[] }[] = [];
  server.addHook('onRoute', ({ url, method }) => {
    // "/media/:id": none of our patterns have characters that mean something else to RegExp.
    const pattern = new RegExp(`^${url.replaceAll(/:[^/]+/g, '[^/]+')}$`);
    routes.push({ pattern, methods: [method].flat() });
  });
  return (url) => {
    const path = url.split('?', 1)[0] ?? '';
    const methods = routes.flatMap((route) => (route.pattern.test(path) ? route.methods : []));
    return [...new Set(methods)].sort();
  };
}
