import rateLimit from '@fastify/rate-limit';
import { ProblemError } from '@viewpoints/api/problem';
import { createNetworkNames } from '@viewpoints/config/caller-network';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const minute = 60_000;

/**
 * How often one network may try what gives an account or could be guessed at. Signing in and new
 * passwords are counted by the accounts themselves, over all instances; this is for the rest.
 */
const tries = {
  set_up: { max: 10, timeWindow: 10 * minute },
  invitation: { max: 30, timeWindow: 10 * minute },
  token: { max: 30, timeWindow: minute },
  upload: { max: 60, timeWindow: minute },
} as const;

export type Limited = keyof typeof tries;

/** Ends the request where its caller has tried too often of late; `false` asks without counting. */
export type Limit = (
  what: Limited,
  request: FastifyRequest,
  reply: FastifyReply,
  count?: boolean,
) => Promise<void>;

export async function createLimits(server: FastifyInstance): Promise<Limit> {
  const nameOf = createNetworkNames();
  await server.register(rateLimit, {
    global: false,
    keyGenerator: (request) => nameOf(request.ip),
  });
  const checks = Object.fromEntries(
    Object.entries(tries).map(([what, rule]) => [what, server.createRateLimit(rule)]),
  ) as Record<Limited, ReturnType<FastifyInstance['createRateLimit']>>;
  return async (what, request, reply, count = true) => {
    const found = await checks[what](request, { increment: count });
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
