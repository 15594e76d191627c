import type { Socket } from 'node:net';
import type { Plugin } from 'vitest/config';
import { createApiProxy, createUpgradeProxy, isForApi } from '../server/api-proxy.ts';

/** The admin's origin as the API knows it. */
export const ADMIN_ORIGIN = 'http://localhost:3001';

/** With this cookie a page may write together with others. */
export const LIVE_COOKIE = 'live=1';

/** Passes calls of the screens on to the API through the admin's own proxy. */
export function forwardToApi(port: number): Plugin {
  return {
    name: 'viewpoints-forward-to-api',
    configureServer(server) {
      const proxy = createApiProxy(`http://127.0.0.1:${port}`);
      const upgrade = createUpgradeProxy(`http://127.0.0.1:${port}`);
      server.httpServer?.on('upgrade', (request, socket, head) => {
        const { url = '', headers } = request;
        if (!url.startsWith('/collaboration/')) return;
        if (headers.origin) headers.origin = ADMIN_ORIGIN;
        // Most screens save by calls here: a connection without an answer would delay each of them.
        if (headers.cookie?.includes(LIVE_COOKIE)) void upgrade(request, socket as Socket, head);
        else socket.destroy();
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
