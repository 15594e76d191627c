import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallLimit } from '../call-limit.ts';
import type { Dependencies } from '../dependencies.ts';
import { findCaller } from '../find-caller.ts';
import type { Limit } from '../limits.ts';

/** Counts a public read by its network, unless it has a token, which is checked. */
export type CountCall = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

export function createCountCall(
  parts: Dependencies,
  { limit, limitCalls }: { limit: Limit; limitCalls: CallLimit },
): CountCall {
  return async (request, reply) => {
    const hasToken = request.headers.authorization !== undefined;
    const account = hasToken ? await findCaller(parts, limit, request, reply) : null;
    if (account === null) limitCalls(request, reply, 1);
  };
}
