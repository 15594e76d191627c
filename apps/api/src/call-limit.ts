import { createNetworkLimit, networkWindow } from '@viewpoints/config/caller-network';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dependencies } from './dependencies.ts';
import { refuseFor } from './limits.ts';

/**
 * Ends an anonymous request whose network has used up its calls. The answer says how many are left, in
 * the headers of draft-ietf-httpapi-ratelimit-headers-10.
 */
export type CallLimit = (request: FastifyRequest, reply: FastifyReply, calls: number) => void;

export function createCallLimit({ networkLimit, trust }: Dependencies): CallLimit {
  const limit = createNetworkLimit({ max: networkLimit, trust });
  return (request, reply, calls) => {
    const wait = limit(request.raw, calls);
    const quota = limit.quota(request.raw);
    if (quota !== null) {
      reply.header('ratelimit-policy', `"calls";q=${quota.max};w=${networkWindow}`);
      reply.header('ratelimit', `"calls";r=${quota.left};t=${quota.reset}`);
    }
    if (wait > 0) refuseFor(wait, reply);
  };
}
