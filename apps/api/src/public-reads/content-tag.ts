import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Longest `If-None-Match` that is looked at. */
const maxHeaderLength = 2000;

/**
 * Sends text with a strong `ETag` of its content, or 304 if the caller has it. Caches may store it but
 * have to revalidate each time, so that they never serve what was withdrawn.
 */
export function sendTagged(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { type, body }: { type: string; body: string },
): FastifyReply {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', tag).header('cache-control', 'public, no-cache');
  if (isAmong(headers['if-none-match'] ?? '', tag)) return reply.code(304).send();
  return reply.type(type).send(body);
}

/** Whether a tag is in an `If-None-Match`, which is compared weakly (RFC 9110, 13.1.2). */
function isAmong(header: string, tag: string): boolean {
  if (header.length > maxHeaderLength) return false;
  const tags = header.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(tag);
}
