import { bringsCredentials, findSignedIn } from '@viewpoints/api/accounts/signed-in';
import type { SignedIn } from '@viewpoints/api/context';
import { ProblemError } from '@viewpoints/api/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Dependencies } from './dependencies.ts';
import type { Limit } from './limits.ts';
import { webHeaders } from './web-headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller's account, once it is known; null for anonymous callers. */
    account: SignedIn | null;
  }
}

/**
 * Finds out who makes each request of a scope, on its head alone: before a byte of its body is read
 * and before anything in its address is looked at.
 */
export function findCallers(scope: FastifyInstance, parts: Dependencies, limit: Limit): void {
  scope.addHook('onRequest', async (request, reply) => {
    request.account = await findCaller(parts, limit, request, reply);
  });
}

/**
 * The caller of a request. Wrong access tokens count as attempts, so that none can be guessed; one that
 * was valid lately is found before anything is counted, so that wrong ones of others do not block it.
 */
export async function findCaller(
  parts: Dependencies,
  limit: Limit,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignedIn | null> {
  if (!bringsCredentials(request.headers)) return null;
  try {
    const { account, setCookies } = await findSignedIn(parts, webHeaders(request), () =>
      limit('token_lookup', request, reply),
    );
    for (const cookie of setCookies) reply.header('set-cookie', cookie);
    return account;
  } catch (error) {
    const byToken = request.headers.authorization !== undefined;
    if (byToken && error instanceof ProblemError && error.code === 'signed_out')
      limit('token', request, reply);
    throw error;
  }
}
