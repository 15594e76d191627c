import { ProblemError } from '@viewpoints/api/problem';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A browser cannot send these types to another site without a preflight request (CORS). */
const acceptedTypes = /^(?:application\/(?:json|octet-stream)|image\/[a-z0-9.+-]+)(?:;|$)/i;

const foreign = (code: string, message: string) =>
  new ProblemError('foreign_origin', [reason(code, message)]);

function hasOrigin(request: FastifyRequest, origins: ReadonlySet<string>): boolean {
  const { origin } = request.headers;
  return origin !== undefined && origins.has(origin);
}

/**
 * Prevents other sites from acting with an editor's cookie: requests with one must name an origin
 * of ours and a type that no plain form can send. Signing in is checked as well, so that a page
 * cannot sign users in to another's account.
 */
export function checkOrigins(server: FastifyInstance, origins: ReadonlySet<string>): void {
  server.addHook('onRequest', async (request) => {
    if (safeMethods.has(request.method)) return;
    const byCookie =
      request.headers.cookie !== undefined && request.headers.authorization === undefined;
    if (!byCookie && !request.url.startsWith('/auth/')) return;
    if (!hasOrigin(request, origins))
      throw foreign('origin_not_allowed', 'Requests with a cookie are taken from the admin only.');
    const type = request.headers['content-type'];
    const empty = type === undefined && (request.headers['content-length'] ?? '0') === '0';
    if (!empty && !acceptedTypes.test(type ?? ''))
      throw foreign(
        'type_not_allowed',
        'Send application/json, or a picture as application/octet-stream.',
      );
  });
}
