import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from '@viewpoints/domain/problem';
import { createProxyServer } from 'httpxy';

const prefixes = [
  ...['/trpc', '/auth', '/v1', '/openapi.json', '/docs', '/mcp'],
  ...['/media', '/imports', '/collaboration', '/bounces'],
];

/**
 * Whether a request belongs to the API. `/media` itself is a screen of the admin: only reading
 * one file (`/media/{id}`) and sending one (POST) go on.
 */
export function isForApi(method: string, path: string): boolean {
  if (path === '/media') return method === 'POST';
  return prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}

/**
 * Passes requests on to the API as streams, so that its cookies are of the admin's own origin.
 * `x-forwarded-*` name the client; the Host header stays the browser's.
 */
export function createApiProxy(target: string) {
  const proxy = createProxyServer({ target, xfwd: true, proxyTimeout: 60_000 });
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await proxy.web(request, response);
    } catch {
      answerUnavailable(response);
    }
  };
}

/**
 * Passes connections on that are to become WebSockets, with the address of the client behind those
 * of the proxies before this one. Refusals of the API come through; where it is down, the connection
 * ends, and pages save by calls instead.
 */
export function createUpgradeProxy(target: string) {
  const proxy = createProxyServer({ target });
  return async (request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> => {
    const { remoteAddress = '' } = request.socket;
    const before = request.headers['x-forwarded-for'];
    request.headers['x-forwarded-for'] = [before ?? [], remoteAddress].flat().join(', ');
    socket.on('error', () => socket.destroy());
    try {
      await proxy.ws(request, socket, {}, head);
    } catch {
      socket.destroy();
    }
  };
}

function answerUnavailable(response: ServerResponse): void {
  // Answered already: the API need not have read all of a body that it refused.
  if (response.writableEnded) return;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const problem = {
    code: 'unavailable',
    status: 502,
    title: 'The API cannot be reached at the moment',
    reasons: [],
    next: 'Try again in a moment. What you typed is still here.',
  } satisfies Omit<Problem, 'requestId'>;
  response.writeHead(502, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  // The tRPC client looks for its own envelope, everything else for problem+json: both are given.
  response.end(
    JSON.stringify({
      ...problem,
      error: {
        message: problem.title,
        code: -32603,
        data: { code: 'BAD_GATEWAY', httpStatus: 502, problem },
      },
    }),
  );
}
