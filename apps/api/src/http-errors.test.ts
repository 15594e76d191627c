import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** Writes bytes as they are, and reads what is answered until the other side closes. */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(api.url);
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.end(Buffer.from(bytes, 'latin1'));
  });
}

const canary = 'Quillfeather';
const get = (path: string, headers = '') =>
  `GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n${headers}\r\n`;

test.each([
  ['an unknown path', get(`/${canary}`), 404, 'not_found'],
  ['an unknown path with a query', get(`/nothing?q=${canary}`), 404, 'not_found'],
  ['a call of nothing', get('/trpc/nothing'), 404, null],
  ['an address that cannot be decoded', get(`/trpc/${canary}%E0%A4%A`), 400, 'invalid_input'],
  ['one that cannot be decoded among pictures', get(`/media/${canary}%`), 400, 'invalid_input'],
  ['a path over 2,000 characters', get(`/trpc/${canary.repeat(200)}`), 414, 'url_too_long'],
  ['an address over 16 kB', get(`/${canary.repeat(2000)}`), 431, 'headers_too_large'],
  [
    'headers over 16 kB',
    get('/healthz', `x-long: ${canary.repeat(2000)}\r\n`),
    431,
    'headers_too_large',
  ],
  ['a header without a name', get('/healthz', `: ${canary}\r\n`), 400, 'not_http'],
  [
    'a method that is none',
    `${canary.toUpperCase()} / HTTP/1.1\r\nhost: a\r\n\r\n`,
    400,
    'not_http',
  ],
  ['something else than HTTP', `${canary}\r\n\r\n`, 400, 'not_http'],
  ['two lengths', get('/healthz', 'content-length: 1\r\ncontent-length: 2\r\n'), 400, 'not_http'],
  [
    'a request to no host',
    'GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n',
    400,
    'invalid_input',
  ],
  [
    'an unknown path with an expectation of its own',
    get(`/${canary}`, `expect: ${canary}\r\n`),
    404,
    'not_found',
  ],
  [
    'a method that an address does not take',
    get('/healthz').replace('GET', 'DELETE'),
    405,
    'method_not_allowed',
  ],
  ['reading where one signs in', get(`/auth/sign-in/email?${canary}`), 405, 'method_not_allowed'],
  [
    'writing to a picture',
    get('/media/01900000-0000-7000-8000-00000000dead').replace('GET', 'PUT'),
    405,
    'method_not_allowed',
  ],
])('%s is a problem that repeats nothing', async (_what, bytes, status, code) => {
  const [head = '', body = ''] = (await sendRaw(bytes)).split('\r\n\r\n');
  expect(head.split('\r\n')[0]).toContain(` ${status} `);
  expect(`${head}${body}`.toLowerCase()).not.toContain(canary.toLowerCase());
  if (code === null) return;
  expect(head).toMatch(/content-type: application\/problem\+json/);
  expect(head).toMatch(/cache-control: no-store/);
  expect(JSON.parse(body)).toMatchObject({
    ...{ type: 'about:blank', code, status },
    title: expect.any(String),
    next: expect.any(String),
  });
});

test('a request without a host gets a problem that says so', async () => {
  const [, body = ''] = (await sendRaw('GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n')).split(
    '\r\n\r\n',
  );
  expect(JSON.parse(body).reasons).toMatchObject([{ code: 'no_host', at: 'host' }]);
});

test('what an address takes instead is said', async () => {
  const answer = await api.send('/auth/sign-in/email');
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
});

test('a request that does not arrive is ended with a problem', async () => {
  const started = await sendRaw('GET / HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n');
  expect(started).toMatch(/^HTTP\/1\.1 400 /);
});
