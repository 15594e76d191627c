import { ProblemError } from '@viewpoints/api/problem';
import { createNetworkLimit } from '@viewpoints/config/caller-network';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dependencies } from './dependencies.ts';

/**
 * How often a minute one network may send wrong access tokens, pictures and chunks of imports, in this process.
 * Attempts to get into an account are counted over all instances, by `accounts/attempt-limits.ts`.
 * Tokens that have to be looked up in the database (`token_lookup`) are limited as calls are.
 */
const perMinute = { token: 30, upload: 60, upload_chunk: 3000 } as const;

/** Counts, and ends the request if its caller has made too many lately. */
export type Limit = (
  what: keyof typeof perMinute | 'token_lookup',
  request: FastifyRequest,
  reply: FastifyReply,
) => void;

/** Makes the limits, with one count for each of what is limited. */
export function createLimits({ trust, networkLimit }: Dependencies): Limit {
  const limitTo = (max: number) => createNetworkLimit({ max, trust, limitsThisMachine: true });
  const limits = {
    token: limitTo(perMinute.token),
    token_lookup: limitTo(networkLimit),
    upload: limitTo(perMinute.upload),
    upload_chunk: limitTo(perMinute.upload_chunk),
  };
  return (what, request, reply) => {
    const wait = limits[what](request.raw);
    if (wait > 0) refuseFor(wait, reply);
  };
}

/** Ends a request that came too soon, with when to try again. */
export function refuseFor(seconds: number, reply: FastifyReply): never {
  reply.header('retry-after', String(seconds));
  throw new ProblemError('too_many_requests', [
    reason('too_many_requests', `Try again in ${seconds} seconds.`, null, { seconds }),
  ]);
}
