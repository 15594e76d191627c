import rateLimit from '@fastify/rate-limit';
import { ProblemError } from '@viewpoints/api/problem';
import { createNetworkNames } from '@viewpoints/config/caller-network';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const minute = 60_000;

/**
 * How often one network may send wrong access tokens and pictures, in this process. Tries at what
 * gives an account are counted over all instances, by `accounts/attempt-limits.ts`.
 */
const tries = {
  token: { max: 30, timeWindow: minute },
  upload: { max: 60, timeWindow: minute },
} as const;

export type Limited = keyof typeof tries;

/** Counts, and ends the request where its caller has come too often of late. */
export type Limit = (what: Limited, request: FastifyRequest, reply: FastifyReply) => Promise<void>;

export async function createLimits(server: FastifyInstance): Promise<Limit> {
  const nameOf = createNetworkNames();
  await server.register(rateLimit, {
    global: false,
    keyGenerator: (request) => nameOf(request.ip),
  });
  const checks = Object.fromEntries(
    Object.entries(tries).map(([what, rule]) => [what, server.createRateLimit(rule)]),
  ) as Record<Limited, ReturnType<FastifyInstance['createRateLimit']>>;
  return async (what, request, reply) => {
    const found = await checks[what](request);
    if (found.isAllowed || !found.isExceeded) return;
    refuseFor(found.ttlInSeconds, reply);
  };
}

/** Ends a request that came too soon, with when to try again. */
export function refuseFor(seconds: number, reply: FastifyReply): never {
  reply.header('retry-after', String(seconds));
  throw new ProblemError('too_many_requests', [
    reason('too_many_requests', `Try again in ${seconds} seconds.`, null, { seconds }),
  ]);
}
