import type { FastifyRequest } from 'fastify';

/** A request's headers as web APIs take them. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // Headers about the encoded body no longer apply once it was read.
    if (value === undefined || name === 'content-length' || name === 'transfer-encoding') continue;
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each);
  }
  return headers;
}
