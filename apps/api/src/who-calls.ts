import { findSignedIn } from '@viewpoints/api/accounts/signed-in';
import type { SignedIn } from '@viewpoints/api/context';
import { ProblemError } from '@viewpoints/api/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Limit } from './limits.ts';
import type { Parts } from './parts.ts';
import { webHeaders } from './web-headers.ts';

/**
 * Who makes a request. Wrong access tokens count as tries, so that none can be guessed; a valid one
 * is found before anything is counted, so that nobody else's wrong ones stand in its way.
 */
export async function whoCalls(
  parts: Parts,
  limit: Limit,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignedIn | null> {
  try {
    const { account, setCookies } = await findSignedIn(parts, webHeaders(request));
    for (const cookie of setCookies) reply.header('set-cookie', cookie);
    return account;
  } catch (error) {
    const byToken = request.headers.authorization !== undefined;
    if (byToken && error instanceof ProblemError && error.code === 'signed_out')
      await limit('token', request, reply);
    throw error;
  }
}
