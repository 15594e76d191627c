import type { AttemptCaller, AttemptKind } from '@viewpoints/api/accounts/attempt-limits';
import { accountChanged, type SignInAttempt } from '@viewpoints/api/accounts/sign-in-attempt';
import { assertValidText } from '@viewpoints/api/input/invalid-text';
import { anonymousJson, type JsonLimits } from '@viewpoints/api/input/json-limits';
import { codeRequired } from '@viewpoints/api/second-factor/sign-in-challenge';
import { networkOf } from '@viewpoints/config/caller-network';
import { findAccount } from '@viewpoints/db/editorial/accounts';
import { describeProblem, type ProblemCode } from '@viewpoints/domain/problem';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CallLimit } from './call-limit.ts';
import type { Dependencies } from './dependencies.ts';
import { refuseFor } from './limits.ts';
import { webHeaders } from './web-headers.ts';

/** The open paths of better-auth; accounts are created only by set-up and invitations. */
const open: readonly [method: 'GET' | 'POST', path: string][] = [
  ['POST', 'sign-in/email'],
  ['POST', 'sign-out'],
  ['GET', 'get-session'],
  ['POST', 'request-password-reset'],
  ['POST', 'reset-password'],
  ['POST', 'change-password'],
  ['POST', 'second-factor'],
  ['POST', 'passkey/options'],
  ['POST', 'passkey/sign-in'],
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

/** Passes requests under `/auth/` to better-auth and returns its errors as problems. */
export function authRoutes(
  server: FastifyInstance,
  parts: Dependencies,
  limitCalls: CallLimit,
): void {
  const { accounts, instance } = parts;
  for (const [method, path] of open)
    server.route({
      method,
      url: `/auth/${path}`,
      config: { json },
      handler: async (request, reply) => {
        limitCalls(request, reply, 1);
        assertValidText(request.body);
        const attempt = await findAttempt(path, request, parts);
        const wait =
          attempt === null ? 0 : await accounts.attempts.consume(attempt.kind, attempt.caller);
        if (wait > 0) refuseFor(wait, reply);
        const signIn: SignInAttempt = { before: null };
        const answer = await accounts.handle(asWebRequest(request, instance.adminUrl), signIn);
        if (!answer.ok) {
          if (attempt?.kind !== 'sign_in' || !(await awaitsCode(answer)))
            return sendRefusal(answer, reply);
          const cookie = await accounts.challenges.begin(signIn);
          if (cookie === null)
            return sendRefusal(Response.json(accountChanged, { status: 401 }), reply);
          await accounts.attempts.succeed(attempt.kind, attempt.caller);
          return reply
            .header('set-cookie', cookie)
            .header('cache-control', 'no-store')
            .send({ secondFactor: true });
        }
        // What was asked for is stored. Nothing from here on may fail: the response would deny a session
        // or a password that exists.
        if (path === 'second-factor') reply.header('set-cookie', accounts.challenges.forget);
        if (attempt !== null && attempt.kind !== 'reset_request')
          await accounts.attempts.succeed(attempt.kind, attempt.caller);
        if (attempt?.proves && signIn.before !== null) {
          if (isFirstHere(attempt, signIn.before, request, parts))
            accounts.noticeNewSignIn(signIn.before.accountId, request.headers['user-agent']);
          reply.header('set-cookie', accounts.devices.issue(signIn.before));
        }
        return sendAnswer(answer, reply);
      },
    });
}

type Attempt = {
  kind: AttemptKind;
  caller: AttemptCaller;
  /** Whether a success proves that the account is the caller's. */
  proves: boolean;
};

/**
 * The rate-limited attempt that a request makes, if any. Does the same work whether the address has
 * an account or not, so that the response time does not reveal it.
 */
async function findAttempt(
  path: string,
  request: FastifyRequest,
  { accounts, editorial }: Dependencies,
): Promise<Attempt | null> {
  const network = networkOf(request.ip);
  const field = (name: string): string => {
    const value = (request.body as Record<string, unknown> | null | undefined)?.[name];
    return typeof value === 'string' ? value : '';
  };
  switch (path) {
    case 'sign-in/email': {
      const email = field('email').toLowerCase();
      const device = await accounts.devices.verify(request.headers.cookie ?? null, email);
      const caller = { network, account: email, ...(device === null ? {} : { device }) };
      return { kind: 'sign_in', caller, proves: true };
    }
    // The owner of a passkey is known only after it has signed.
    case 'passkey/sign-in':
      return { kind: 'sign_in', caller: { network }, proves: true };
    case 'request-password-reset':
      return {
        kind: 'reset_request',
        caller: { network, account: field('email').toLowerCase() },
        proves: false,
      };
    case 'reset-password':
      return { kind: 'reset', caller: { network }, proves: true };
    case 'second-factor': {
      const id = await accounts.challenges.accountOf(request.headers.cookie ?? null);
      const account = id === null ? null : await findAccount(editorial, id);
      if (account === null) return { kind: 'second_factor', caller: { network }, proves: true };
      const device = await accounts.devices.verify(request.headers.cookie ?? null, account.email);
      const caller = { network, account: account.id, ...(device === null ? {} : { device }) };
      return { kind: 'second_factor', caller, proves: true };
    }
    case 'change-password': {
      const session = await accounts.session(webHeaders(request));
      const caller = { network, ...(session === null ? {} : { account: session.accountId }) };
      return { kind: 'change_password', caller, proves: false };
    }
    default:
      return null;
  }
}

/** Whether a sign-in was in a browser that the account was not known to use. */
function isFirstHere(
  { kind, caller }: Attempt,
  account: NonNullable<SignInAttempt['before']>,
  request: FastifyRequest,
  { accounts }: Dependencies,
): boolean {
  if (kind !== 'sign_in' && kind !== 'second_factor') return false;
  if (caller.device !== undefined) return false;
  // The owner of the passkey was not known when the attempt began.
  return accounts.devices.verifyFor(request.headers.cookie ?? null, account) === null;
}

/** Whether better-auth refused a right password only because a code has to follow. */
async function awaitsCode(answer: Response): Promise<boolean> {
  const body = (await answer
    .clone()
    .json()
    .catch(() => null)) as { code?: string } | null;
  return body?.code === codeRequired;
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
 * Returns better-auth's own code ("INVALID_EMAIL_OR_PASSWORD") as the problem's, which its clients
 * use; a failure that is no refusal counts as unavailable.
 */
async function sendRefusal(answer: Response, reply: FastifyReply): Promise<FastifyReply> {
  const body = (await answer.json().catch(() => null)) as {
    code?: string;
    message?: string;
  } | null;
  const code = codes[answer.status] ?? (answer.status >= 500 ? 'unavailable' : 'invalid_input');
  const reasons =
    body?.code === undefined || answer.status >= 500
      ? []
      : [reason(body.code.toLowerCase(), body.message ?? body.code)];
  const problem = describeProblem(code, reasons, reply.request.id);
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', ...problem, code: body?.code ?? problem.code }));
}
