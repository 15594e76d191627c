import rateLimit from '@fastify/rate-limit';
import { ProblemError } from '@viewpoints/api/problem';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const minute = 60_000;

/**
 * How often one address may try what gives an account or could be guessed at. Signing in and new
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
  await server.register(rateLimit, { global: false });
  const checks = Object.fromEntries(
    Object.entries(tries).map(([what, rule]) => [what, server.createRateLimit(rule)]),
  ) as Record<Limited, ReturnType<FastifyInstance['createRateLimit']>>;
  return async (what, request, reply, count = true) => {
    const found = await checks[what](request, { increment: count });
    if (found.isAllowed || !found.isExceeded) return;
    reply.header('retry-after', String(found.ttlInSeconds));
    throw new ProblemError('too_many_requests', [
      reason('too_many_requests', `Try again in ${found.ttlInSeconds} seconds.`, null, {
        seconds: found.ttlInSeconds,
      }),
    ]);
  };
}
