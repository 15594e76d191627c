import type { By, Tried } from '@viewpoints/api/accounts/try-limits';
import { requireFit } from '@viewpoints/api/fit-strings';
import { describeProblem, type ProblemCode } from '@viewpoints/api/problem';
import { networkOf } from '@viewpoints/config/caller-network';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CallLimit } from './call-limit.ts';
import { refuseFor } from './limits.ts';
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

const codes: Record<number, ProblemCode> = {
  400: 'invalid_input',
  401: 'signed_out',
  403: 'not_permitted',
  404: 'not_found',
  413: 'too_large',
  429: 'too_many_requests',
};

/** Hands requests under `/auth/` to better-auth and tells its errors as problems. */
export function authRoutes(server: FastifyInstance, parts: Parts, limitCalls: CallLimit): void {
  const { accounts, instance } = parts;
  for (const [method, path] of open)
    server.route({
      method,
      url: `/auth/${path}`,
      bodyLimit: 16 * 1024,
      handler: async (request, reply) => {
        limitCalls(request, reply, 1);
        requireFit(request.body);
        const tried = await triedWith(path, request, parts);
        const wait = tried === null ? 0 : await accounts.tries.begin(tried.what, tried.by);
        if (wait > 0) refuseFor(wait, reply);
        const answer = await accounts.handle(asWebRequest(request, instance.adminUrl));
        if (!answer.ok) return sendRefusal(answer, reply);
        if (tried !== null && tried.what !== 'reset_request')
          await accounts.tries.succeed(tried.what, tried.by);
        // Whoever has the right password, or the link that was sent, is known here from now on.
        if (tried?.proves) reply.header('set-cookie', accounts.devices.cookieFor(tried.proves));
        return sendAnswer(answer, reply);
      },
    });
}

type Attempt = {
  what: Tried;
  by: By;
  /** The address of the account that a success proves to be the caller's. */
  proves?: string;
};

/** What a request tries that is limited, and who tries; the same whether there is such an account. */
async function triedWith(
  path: string,
  request: FastifyRequest,
  { accounts }: Parts,
): Promise<Attempt | null> {
  const network = networkOf(request.ip);
  const field = (name: string): string => {
    const value = (request.body as Record<string, unknown> | null | undefined)?.[name];
    return typeof value === 'string' ? value : '';
  };
  switch (path) {
    case 'sign-in/email': {
      const email = field('email').toLowerCase();
      const device = accounts.devices.find(request.headers.cookie ?? null, email);
      const by = { network, account: email, ...(device === null ? {} : { device: device.id }) };
      return { what: 'sign_in', by, proves: email };
    }
    case 'request-password-reset':
      return { what: 'reset_request', by: { network, account: field('email').toLowerCase() } };
    case 'reset-password': {
      const account = await accounts.findByResetToken(field('token'));
      const proves = account === null ? {} : { proves: account.email };
      return { what: 'reset', by: { network }, ...proves };
    }
    case 'change-password': {
      const session = await accounts.session(webHeaders(request));
      const by = { network, ...(session === null ? {} : { account: session.accountId }) };
      return { what: 'change_password', by };
    }
    default:
      return null;
  }
}

function asWebRequest(request: FastifyRequest, baseUrl: string): Request {
  const headers = webHeaders(request);
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
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', ...problem, code: told?.code ?? problem.code }));
}
