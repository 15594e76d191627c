import { callerAddressHeader } from '@viewpoints/api/accounts/accounts';
import { assertValidText } from '@viewpoints/api/input/invalid-text';
import { anonymousJson, type JsonLimits } from '@viewpoints/api/input/json-limits';
import { describeProblem, type ProblemCode } from '@viewpoints/api/problem';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Parts } from './parts.ts';
import { webHeaders } from './web-headers.ts';

/** What of better-auth is open; accounts are made by set-up and invitations alone. */
const open: readonly [method: 'GET' | 'POST', path: string][] = [
  ['POST', 'sign-in/email'],
  ['POST', 'sign-out'],
  ['GET', 'get-session'],
  ['POST', 'request-password-reset'],
  ['POST', 'reset-password'],
  ['POST', 'change-password'],
  ['GET', 'list-sessions'],
  ['POST', 'revoke-session'],
  ['POST', 'revoke-other-sessions'],
];

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How much JSON the route accepts; `anonymousJson` unless said. */
    json?: JsonLimits;
  }
}

/** Names, addresses and passwords. */
const json: JsonLimits = { ...anonymousJson, bytes: 16 * 1024 };

const codes: Record<number, ProblemCode> = {
  400: 'invalid_input',
  401: 'signed_out',
  403: 'not_permitted',
  404: 'not_found',
  413: 'too_large',
  429: 'too_many_requests',
};

/** Hands requests under `/auth/` to better-auth and tells its errors as problems. */
export function authRoutes(server: FastifyInstance, { accounts, instance }: Parts): void {
  for (const [method, path] of open)
    server.route({
      method,
      url: `/auth/${path}`,
      config: { json },
      handler: async (request, reply) => {
        assertValidText(request.body);
        const answer = await accounts.handle(asWebRequest(request, instance.adminUrl));
        return answer.ok ? sendAnswer(answer, reply) : sendRefusal(answer, reply);
      },
    });
}

function asWebRequest(request: FastifyRequest, baseUrl: string): Request {
  const headers = webHeaders(request);
  headers.set(callerAddressHeader, request.ip);
  const body =
    request.body === undefined || request.body === null ? null : JSON.stringify(request.body);
  return new Request(new URL(request.url, baseUrl), { method: request.method, headers, body });
}

async function sendAnswer(answer: Response, reply: FastifyReply): Promise<FastifyReply> {
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
  const text = await answer.text();
  return reply
    .code(answer.status)
    .header('cache-control', 'no-store')
    .type('application/json')
    .send(text === '' ? 'null' : text);
}

/**
 * A refusal keeps better-auth's own code ("INVALID_EMAIL_OR_PASSWORD") as the problem's, which is
 * what its clients go by; what it could not do at all counts as out of reach.
 */
async function sendRefusal(answer: Response, reply: FastifyReply): Promise<FastifyReply> {
  const told = (await answer.json().catch(() => null)) as {
    code?: string;
    message?: string;
  } | null;
  const code = codes[answer.status] ?? (answer.status >= 500 ? 'unavailable' : 'invalid_input');
  const reasons =
    told?.code === undefined || answer.status >= 500
      ? []
      : [reason(told.code.toLowerCase(), told.message ?? told.code)];
  const problem = describeProblem(code, reasons, reply.request.id);
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
  const wait = answer.headers.get('x-retry-after');
  if (wait !== null) reply.header('retry-after', wait);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', ...problem, code: told?.code ?? problem.code }));
}
