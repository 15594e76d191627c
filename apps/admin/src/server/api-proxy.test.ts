import { readdirSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApiProxy, createUpgradeProxy, isForApi } from './api-proxy.ts';

const servers: Server[] = [];
const listen = async (server: Server): Promise<string> => {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const throughProxy = async (target: string) => {
  const proxy = createApiProxy(target);
  return listen(createServer((request, response) => void proxy(request, response)));
};

describe('what goes on to the API', () => {
  it('is its own addresses, and of media only files and uploads', () => {
    expect(isForApi('GET', '/trpc/editor.me')).toBe(true);
    expect(isForApi('POST', '/auth/sign-in/email')).toBe(true);
    expect(isForApi('GET', '/media/0190')).toBe(true);
    expect(isForApi('GET', '/v1/articles')).toBe(true);
    expect(isForApi('GET', '/openapi.json')).toBe(true);
    expect(isForApi('GET', '/docs')).toBe(true);
    expect(isForApi('POST', '/mcp')).toBe(true);
    expect(isForApi('POST', '/media')).toBe(true);
    expect(isForApi('POST', '/imports/word')).toBe(true);
    expect(isForApi('GET', '/collaboration/0190')).toBe(true);
    expect(isForApi('POST', '/bounces')).toBe(true);
    expect(isForApi('GET', '/media')).toBe(false);
    expect(isForApi('GET', '/authors')).toBe(false);
  });

  it('is the address of no screen', () => {
    const app = join(import.meta.dirname, '../app');
    const screens = readdirSync(app, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('page.tsx'))
      .map((file) => `/${file.replace(/[(][^)]+[)][/]/g, '').replace(/[/]?page.tsx$/, '')}`);
    expect(screens).toContain('/import-runs');
    expect(screens.filter((path) => isForApi('GET', path))).toEqual([]);
  });
});

describe('the proxy', () => {
  it('passes bodies, statuses and cookies through and names the client', async () => {
    const api = await listen(
      createServer(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        response.writeHead(201, { 'set-cookie': ['a=1; Path=/', 'b=2; Path=/'] });
        response.end(
          JSON.stringify({
            url: request.url,
            body: Buffer.concat(chunks).toString(),
            forwarded: request.headers['x-forwarded-for'],
          }),
        );
      }),
    );
    const answer = await fetch(`${await throughProxy(api)}/trpc/x?batch=1`, {
      method: 'POST',
      body: 'hello',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
    expect(await answer.json()).toEqual({
      url: '/trpc/x?batch=1',
      body: 'hello',
      forwarded: expect.stringMatching(/127\.0\.0\.1$/),
    });
  });

  it('hands on a refusal of a body that the API does not read', async () => {
    const api = await listen(
      createServer((_request, response) => {
        response.writeHead(413, { 'content-type': 'application/problem+json' });
        response.end('{"code":"too_large"}');
      }),
    );
    const answer = await fetch(`${await throughProxy(api)}/media`, {
      method: 'POST',
      body: new Uint8Array(20 * 1024 * 1024),
    });
    expect([answer.status, await answer.json()]).toEqual([413, { code: 'too_large' }]);
  });

  it('answers with a problem and the next step when the API is down', async () => {
    const closed = createServer();
    const target = await listen(closed);
    await new Promise((done) => closed.close(done));
    const answer = await fetch(`${await throughProxy(target)}/trpc/editor.me`);
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      code: 'unavailable',
      next: expect.stringContaining('Try again'),
      error: { data: { problem: { code: 'unavailable' } } },
    });
  });
});

describe('a connection that is to become a WebSocket', () => {
  const upgraded = (url: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; said: string }>((resolve, reject) => {
      const upgrade = request(`${url}/collaboration/x`, {
        headers: { connection: 'Upgrade', upgrade: 'websocket', ...headers },
      });
      upgrade.on('upgrade', ({ statusCode }, socket) => {
        socket.write('hello');
        socket.on('data', (data) => {
          resolve({ status: statusCode ?? 0, said: data.toString() });
          socket.destroy();
        });
      });
      upgrade.on('response', ({ statusCode }) => resolve({ status: statusCode ?? 0, said: '' }));
      upgrade.on('error', reject);
      upgrade.end();
    });
  const upgrading = (target: string) => {
    const proxy = createUpgradeProxy(target);
    const server = createServer();
    server.on('upgrade', (request, socket: Socket, head) => void proxy(request, socket, head));
    return listen(server);
  };

  it('goes both ways, with the client behind the proxies before', async () => {
    const api = createServer();
    api.on('upgrade', ({ headers }, socket) => {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      );
      socket.on('data', (data) => socket.write(`${data} from ${headers['x-forwarded-for']}`));
      socket.on('error', () => socket.destroy());
    });
    const url = await upgrading(await listen(api));
    const { status, said } = await upgraded(url, { 'x-forwarded-for': '203.0.113.7' });
    expect(status).toBe(101);
    expect(said).toMatch(/^hello from 203\.0\.113\.7, .*127\.0\.0\.1$/);
  });

  it('is refused with the status that the API has for it', async () => {
    const api = createServer();
    api.on('upgrade', (_request, socket) =>
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
    );
    expect((await upgraded(await upgrading(await listen(api)))).status).toBe(404);
  });

  it('ends where the API is down', async () => {
    const closed = createServer();
    const target = await listen(closed);
    await new Promise((done) => closed.close(done));
    await expect(upgraded(await upgrading(target))).rejects.toThrow(/socket hang up|ECONNRESET/);
  });
});
