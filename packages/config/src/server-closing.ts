import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Returns a function that closes a server: responses under way are finished, for `timeoutMs`
 * milliseconds at most; idle connections end at once, and so do upgraded ones: nothing is awaited
 * on a WebSocket, which the server itself no longer tracks. Call it before the server listens.
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
