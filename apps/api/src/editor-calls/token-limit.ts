import { networkWindow } from '@viewpoints/config/caller-network';
import { SlidingLimit } from '@viewpoints/config/sliding-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { refuseFor } from '../limits.ts';

/** Maximum calls of one token in a minute, in this process. */
const perMinute = 600;

/** Maximum number of tokens counted separately. */
const capacity = 10_000;

/**
 * Ends a request whose token has used up its calls. The answer says how many are left, in the headers of
 * draft-ietf-httpapi-ratelimit-headers-10.
 */
export function createTokenLimit({
  tokenLimit = perMinute,
}: Pick<Dependencies, 'tokenLimit'>): (request: FastifyRequest, reply: FastifyReply) => void {
  const limit = new SlidingLimit({ max: tokenLimit, window: networkWindow * 1000, capacity });
  return ({ account }, reply) => {
    const token = account?.token?.id ?? '';
    const now = Date.now();
    const wait = limit.take(token, now);
    const { max, left, reset } = limit.quota(token, now);
    reply.header('ratelimit-policy', `"token";q=${max};w=${networkWindow}`);
    reply.header('ratelimit', `"token";r=${left};t=${reset}`);
    if (wait > 0) refuseFor(wait, reply);
  };
}
