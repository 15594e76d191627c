import type { FastifyReply } from 'fastify';

/** The headers that scripts of other sites may read. */
const exposedHeaders = 'Allow, ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';

/** Lets pages of any site read a response, including a problem, if they send no credentials. */
export function allowAnyOrigin(reply: FastifyReply): void {
  reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', exposedHeaders);
}
