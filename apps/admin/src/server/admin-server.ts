import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { answerClientErrors } from '@viewpoints/config/client-errors';
import { closingOf } from '@viewpoints/config/server-closing';
import next from 'next';
import { createApiProxy, createUpgradeProxy, isForApi } from './api-proxy.ts';
import { requestedAddress } from './requested-address.ts';
import { contentSecurityPolicy, makeNonce, pageHeaders } from './security-headers.ts';
import { createSignIn, isForSignIn } from './sign-in/sign-in-handler.ts';
import { createStaticFiles } from './static-files.ts';

/** Screens are read; what changes anything goes to the API. */
const readingMethods = new Set(['GET', 'HEAD']);

/** Answers without reading: a body is passed to nothing, not even to Next. */
function refuseMethod(response: ServerResponse): void {
  response.writeHead(405, {
    allow: 'GET, HEAD',
    connection: 'close',
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end('This address can be read, not written to.\n');
}

/**
 * The admin's HTTP server: its own health, the page to sign in at, the API behind the same origin,
 * and Next for the rest. It is ready to listen when the promise resolves.
 */
export async function createAdminServer(options: {
  /** Directory of this app. */
  dir: string;
  port: number;
  /** The public origin of the admin. */
  adminUrl: string;
  /** The origin of the API from here. */
  apiUrl: string;
  /** The public origin of the reading site, which serves previews. */
  readerUrl: string;
  development: boolean;
}): Promise<{ server: Server; close: () => Promise<void> }> {
  const { development } = options;
  const toApi = createApiProxy(options.apiUrl);
  const upgradeToApi = createUpgradeProxy(options.apiUrl);
  const signIn = createSignIn(options.apiUrl);
  const serveStatic = development ? () => false : createStaticFiles(options.dir);
  const headers = Object.entries(pageHeaders({ secure: options.adminUrl.startsWith('https:') }));
  const server = createServer();
  answerClientErrors(server);
  const closeServer = closingOf(server, development ? 500 : 5000);
  // Next closes every upgraded connection that is not its own: it gets none of the API's.
  const forNext = createServer();
  const app = next({
    dev: development,
    dir: options.dir,
    port: options.port,
    hostname: 'localhost',
    httpServer: forNext,
  });
  await app.prepare();
  const render = app.getRequestHandler();

  server.on('request', (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/healthz') {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end('{"status":"ok"}');
      return;
    }
    if (isForSignIn(request.method ?? 'GET', path)) {
      const nonce = makeNonce();
      response.setHeader('content-security-policy', contentSecurityPolicy(nonce, development));
      for (const [name, value] of headers) response.setHeader(name, value);
      signIn(request, response, nonce).catch(() => response.destroy());
      return;
    }
    if (isForApi(request.method ?? 'GET', path)) {
      void toApi(request, response);
      return;
    }
    if (!development && !readingMethods.has(request.method ?? '')) {
      refuseMethod(response);
      return;
    }
    for (const [name, value] of headers) response.setHeader(name, value);
    if (serveStatic(request, response)) return;
    const nonce = makeNonce();
    const policy = contentSecurityPolicy(nonce, development, options.readerUrl);
    // Next takes the nonce for its own scripts from the request's policy, the pages from x-nonce.
    request.headers['content-security-policy'] = policy;
    request.headers['x-nonce'] = nonce;
    // So that sign-in can lead back to the requested page.
    request.headers['x-path'] = requestedAddress(request.url ?? '/');
    response.setHeader('content-security-policy', policy);
    void render(request, response);
  });

  server.on('upgrade', (request, socket: Socket, head) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (isForApi('GET', path)) void upgradeToApi(request, socket, head);
    else if (!forNext.emit('upgrade', request, socket, head)) socket.destroy();
  });

  const close = async () => {
    await closeServer();
    await app.close();
  };
  return { server, close };
}
