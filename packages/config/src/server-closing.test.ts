import { once } from 'node:events';
import { createServer, get, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closingOf } from './server-closing.ts';

let server: Server;
let close: () => Promise<void>;
let port = 0;
const sockets: Socket[] = [];

async function listening(timeoutMs: number) {
  server = createServer((request, response) => {
    if (request.url !== '/never') response.end('done');
  });
  close = closingOf(server, timeoutMs);
  server.on('upgrade', (_request, socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
}

/** A connection on which `head` was sent, and something was answered if `answered`. */
async function opened(head: string, answered = true): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => {});
  socket.write(`${head}\r\nHost: a.example\r\n`);
  if (!answered) {
    const requested = once(server, 'request');
    socket.write('\r\n');
    await requested;
    return socket;
  }
  socket.write('\r\n');
  await once(socket, 'data');
  return socket;
}

beforeEach(() => {
  sockets.length = 0;
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
});

describe('ending a server', () => {
  it('given a WebSocket and an idle connection, then it waits for neither', async () => {
    await listening(600_000);
    const ends = [
      await opened('GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket'),
      await opened('GET / HTTP/1.1\r\nConnection: keep-alive'),
    ].map((socket) => once(socket, 'close'));
    await close();
    await Promise.all(ends);
  });

  it('given an answer under way, then it is finished first', async () => {
    await listening(600_000);
    server.removeAllListeners('request');
    server.on('request', async (_request, response) => {
      response.write('half ');
      server.once('closing', () => response.end('and half'));
    });
    const [answer] = await once(get({ port, host: '127.0.0.1', agent: false }), 'response');
    let text = '';
    answer.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    const closed = close();
    server.emit('closing');
    await Promise.all([closed, once(answer, 'end')]);
    expect(text).toBe('half and half');
  });

  it('given an answer that never ends, then it is cut off after the timeout', async () => {
    await listening(50);
    const socket = await opened('GET /never HTTP/1.1', false);
    await Promise.all([close(), once(socket, 'close')]);
  });
});
