import type { Plugin } from 'vitest/config';
import { createApiProxy, isForApi } from '../server/api-proxy.ts';

/** The admin's origin as the API knows it. */
export const ADMIN_ORIGIN = 'http://localhost:3001';

/** Passes calls of the screens on to the API through the admin's own proxy. */
export function forwardToApi(port: number): Plugin {
  return {
    name: 'viewpoints-forward-to-api',
    configureServer(server) {
      const proxy = createApiProxy(`http://127.0.0.1:${port}`);
      // Screens save by calls here: a connection that nobody answers would keep each waiting.
      server.httpServer?.on('upgrade', ({ url = '' }, socket) => {
        if (url.startsWith('/collaboration/')) socket.destroy();
      });
      server.middlewares.use((request, response, next) => {
        const [path = '/'] = (request.url ?? '/').split('?', 1);
        if (!isForApi(request.method ?? 'GET', path)) return next();
        // The page is on a port of Vitest's.
        if (request.headers.origin) request.headers.origin = ADMIN_ORIGIN;
        void proxy(request, response);
      });
    },
  };
}
