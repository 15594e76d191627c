import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Makes what ends a server: answers under way are finished, for `timeoutMs` milliseconds at most;
 * connections that are only kept open end at once, and so do those on which another protocol is
 * spoken by now: no answer is waited for on a WebSocket, and the server itself has lost sight of it.
 * To be made before the server listens.
 */
export function closingOf(server: Server, timeoutMs: number): () => Promise<void> {
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (_request, socket: Duplex) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      for (const socket of upgraded) socket.destroy();
      setTimeout(() => server.closeAllConnections(), timeoutMs).unref();
    });
}
