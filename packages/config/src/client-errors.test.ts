import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerClientErrors } from './client-errors.ts';

const server = createServer({ headersTimeout: 200, connectionsCheckingInterval: 50 });
answerClientErrors(server);
server.on('request', (request, response) => {
  // A body that breaks off after the answer has begun.
  if (request.url === '/begun') response.write('begun');
  else response.end('fine');
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as { port: number }).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function sendRaw(...chunks: string[]): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(chunks.shift() ?? ''));
    socket.on('data', (chunk) => {
      said += chunk;
      const next = chunks.shift();
      if (next !== undefined) socket.write(next);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
  });
}

const canary = 'Quillfeather';

test.each([
  ['too long', `GET /${canary.repeat(2000)} HTTP/1.1\r\n\r\n`, 431, 'headers_too_large'],
  ['no HTTP', `${canary}\r\n\r\n`, 400, 'not_http'],
  ['never sent to its end', `GET /${canary} HTTP/1.1\r\nhost:`, 408, 'too_slow'],
])('a request that is %s is answered with a problem', async (_what, bytes, status, code) => {
  const said = await sendRaw(bytes);
  const [head = '', body = ''] = said.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain('content-type: application/problem+json');
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  expect(JSON.parse(body)).toMatchObject({ status, code, reasons: [], requestId: null });
  expect(said).not.toContain(canary);
});

test('an answer under way is cut off, and nothing is written into it', async () => {
  const said = await sendRaw(
    'POST /begun HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n',
    'no length\r\n',
  );
  expect(said).toContain('begun');
  expect(said.match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test('an answer under way is cut off where others wait behind it', async () => {
  const said = await sendRaw(
    'GET /begun HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\nno HTTP\r\n\r\n',
  );
  expect(said).not.toContain('not_http');
});

test('after a whole answer on the same connection, the next request is answered with a problem', async () => {
  const said = await sendRaw('GET / HTTP/1.1\r\nhost: a\r\n\r\n', 'no HTTP\r\n\r\n');
  expect(said).toContain('fine');
  expect(said).toContain('not_http');
});
