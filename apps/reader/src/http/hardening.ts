import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http';
import { networkOf, type Trust } from '@viewpoints/config/caller-network';

/** How long a request may take to arrive, in milliseconds, so that slow clients hold nothing. */
export const serverTimeouts: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
};

/** A connection on which nothing moved for so long is closed, whether it reads or writes. */
const idle = 60_000;

/** Maximum connections of one network at once; a trusted proxy has no limit. */
const maxConnections = 400;

/** Prevents one network from taking all connections, and closes idle ones. */
export function guardConnections(server: Server, trust: Trust): void {
  const open = new Map<string, number>();
  server.timeout = idle;
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const network = networkOf(address);
    if (network === 'here' || trust(address, 0)) return;
    const others = open.get(network) ?? 0;
    if (others >= maxConnections) {
      socket.destroy();
      return;
    }
    open.set(network, others + 1);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}

/**
 * Whether a request may be answered. Nothing here reads a body, so a connection on which one was
 * announced ends with the answer: what follows on it cannot be taken for a request, whatever a
 * proxy before us made of it. A line of HTTP/0.9, which Node takes for a request, is none.
 */
export function acceptsRequest(request: IncomingMessage, response: ServerResponse): boolean {
  const { headers } = request;
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined)
    response.shouldKeepAlive = false;
  return request.httpVersionMajor === 1;
}
