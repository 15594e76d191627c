import { createNetworkLimit } from '@viewpoints/config/caller-network';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dependencies } from './dependencies.ts';
import { refuseFor } from './limits.ts';

/** Ends a request of somebody unknown whose network has asked for too much; each call counts. */
export type CallLimit = (request: FastifyRequest, reply: FastifyReply, calls: number) => void;

export function createCallLimit({ networkLimit, trust }: Dependencies): CallLimit {
  const limit = createNetworkLimit({ max: networkLimit, trust });
  return (request, reply, calls) => {
    const wait = limit(request.raw, calls);
    if (wait > 0) refuseFor(wait, reply);
  };
}
