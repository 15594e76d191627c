import { randomUUID } from 'node:crypto';
import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { faultsOfPolicy } from '@viewpoints/config/testing/grade-headers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

const LIMIT = 40;
const owner = { email: 'ines@journal.example', password: 'long enough' };

let api: TestApi;
let cookie = '';
beforeAll(async () => {
  api = await startTestApi({ networkLimit: LIMIT });
  await ensureOwner({ editorial: api.db.editorial }, owner);
  cookie = await api.signIn(owner.email, owner.password);
});
afterAll(() => api.close());

const json = { 'content-type': 'application/json' };
const called = (path: string, headers: Record<string, string> = {}) =>
  api.send(`/trpc/${path}`, { headers: { ...json, ...headers } });
const post = (
  path: string,
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
) => api.send(path, { method: 'POST', body, headers: { ...json, origin, ...headers } });

/** Sends a body in chunks, without a length; returns the status. */
const postInChunks = (path: string, chunk: string, times: number) =>
  new Promise<number>((resolve, reject) => {
    const sent = ask(new URL(path, api.url), { method: 'POST', headers: json }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    for (let count = 0; count < times; count += 1) sent.write(chunk);
    sent.end();
  });

describe('a network beyond its limit', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });

  test('learns when to retry; signed-in accounts, and other networks, are not limited', async () => {
    const answers = [];
    for (let count = 0; count < LIMIT + 5; count += 1)
      answers.push(await called('journal.get', from(`198.51.100.${count}`)));
    expect(answers.slice(0, LIMIT - 1).every(({ status }) => status === 200)).toBe(true);
    const last = answers.at(-1);
    if (last === undefined) return;
    expect([last.status, problemIn(last).code]).toEqual([429, 'too_many_requests']);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);

    const forged = { 'x-forwarded-for': '203.0.113.1, 198.51.100.7' };
    expect((await called('journal.get', forged)).status).toBe(429);
    const signedIn = await called('editor.me', { ...from('198.51.100.7'), cookie });
    expect(signedIn.status).toBe(200);
    expect((await called('journal.get', { ...from('198.51.100.7'), cookie: 'a=b' })).status).toBe(
      429,
    );
    expect((await called('journal.get', from('203.0.113.1'))).status).toBe(200);
    expect((await called('journal.get')).status).toBe(200);
  });

  test('pays for pictures that it looks up, whether there are any or not; an editor does not', async () => {
    const requestWith = (headers: Record<string, string> = {}) =>
      api.send(`/media/${randomUUID()}`, { headers: { ...from('192.0.2.200'), ...headers } });
    const statuses = [];
    for (let count = 0; count < LIMIT + 5; count += 1) statuses.push((await requestWith()).status);
    expect(statuses.slice(0, LIMIT - 1)).toEqual(Array(LIMIT - 1).fill(404));
    expect(statuses.at(-1)).toBe(429);
    expect(Number((await requestWith()).headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await requestWith({ cookie })).status).toBe(404);
    expect((await called('journal.get', from('192.0.2.201'))).status).toBe(429);
  });

  test('pays for each call of a batch', async () => {
    const batch = (calls: number) =>
      called(`${Array(calls).fill('journal.get').join(',')}?batch=1&input={}`, from('203.0.114.1'));
    expect((await batch(25)).status).toBe(200);
    expect((await batch(25)).status).toBe(429);
    expect((await batch(10)).status).toBe(200);
  });
});

describe('a head that does not come to an end', () => {
  /** Data that a connection got before the server closed it. */
  const answered = (head: string, more?: string) =>
    new Promise<string>((resolve) => {
      const { hostname, port } = new URL(api.url);
      const socket = connect(Number(port), hostname, () => socket.write(head));
      // A byte now and then does not prevent a timeout.
      const drip = more === undefined ? undefined : setInterval(() => socket.write(more), 500);
      let got = '';
      socket.on('data', (bytes) => {
        got += bytes.toString('latin1');
      });
      // A byte that arrives after the end is answered with a reset; the end is what counts.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        clearInterval(drip);
        resolve(got);
      });
    });

  // A request as a whole may take a minute: what ends these sooner is the limit of heads.
  test('is cut off, whether nothing more comes or a little all the time', {
    timeout: 45_000,
  }, async () => {
    const head = 'GET /trpc/journal.get HTTP/1.1\r\nHost: api.example\r\n';
    const [silent, slow] = await Promise.all([answered(head), answered(head, 'X-Slow: 1\r\n')]);
    expect(silent).toMatch(/^HTTP\/1\.1 408 /);
    expect(slow).not.toMatch(/^HTTP\/1\.1 [^4]/);
    expect((await called('journal.get')).status).toBe(200);
  });
});

describe('the body of a stranger', () => {
  test('is taken where it is a form', async () => {
    const body = JSON.stringify({ token: 'x', name: 'x', email: 'x@y.example', password: 'x' });
    expect((await post('/trpc/setup.claim', body)).status).toBeLessThan(500);
  });

  test.each([
    '/trpc/setup.claim',
    '/trpc/editor.articles.save',
    '/auth/sign-in/email',
    '/media',
    '/imports/word',
    '/x',
  ])('sent to %s is refused unread where it is long or of no said length', async (path) => {
    const long = await post(path, JSON.stringify({ token: 'x'.repeat(100_000) }));
    expect([long.status, long.body.code]).toEqual([413, 'too_large']);
    expect(await postInChunks(path, '{"token":"x"}', 1)).toBe(413);
  });
});

describe('an input', () => {
  const nested = (depth: number, open: string, close: string) =>
    open.repeat(depth) + close.repeat(depth);
  const bodies: [what: string, body: string][] = [
    ['of a hundred thousand lists in each other', nested(100_000, '[', ']')],
    [
      'of a hundred thousand objects in each other',
      `${nested(100_000, '{"a":', '1')}`.slice(0, -99_999) + '}'.repeat(100_000),
    ],
    ['of a million keys', `{${Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join()}}`],
    ['that would change all objects', '{"__proto__":{"roles":["admin"]},"headline":"x"}'],
    ['that would change constructors', '{"constructor":{"prototype":{"a":1}},"headline":"x"}'],
    ['of two of the same key', '{"headline":"a","headline":{"b":1}}'],
    ['that is cut off', '{"headline":"'],
    ['that is none', 'nonsense'],
    ['that is nothing', ''],
    ['with a number beyond all', '{"headline":1e999}'],
    ['in UTF-16', Buffer.from('{"headline":"x"}', 'utf16le').toString('latin1')],
    ['that begins with a mark of order', '\ufeff{"headline":"x"}'],
  ];
  test.each(bodies)('%s breaks nothing', async (_, body) => {
    for (const path of ['editor.articles.create', 'editor.findings.link', 'setup.claim']) {
      const answer = await post(`/trpc/${path}`, body, { cookie });
      expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBeLessThan(500);
      expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|at .*\.ts:/);
    }
    expect(({} as { roles?: unknown }).roles).toBeUndefined();
  });

  test.each([
    ['text/plain'],
    ['application/xml'],
    ['multipart/form-data; boundary=x'],
    ['application/x-www-form-urlencoded'],
    ['application/json; charset=utf-7'],
    ['application/json, text/plain'],
    [''],
  ])('of type %j makes nothing', async (type) => {
    const before = await api.db.editorial.article.count();
    const answer = await post('/trpc/editor.articles.create', '<a>headline</a>', {
      'content-type': type,
      cookie,
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await api.db.editorial.article.count()).toBe(before);
  });

  test.each([
    '/trpc/journal.get?input=%',
    '/trpc/journal.get?input={',
    '/trpc/journal.get?batch=1',
    '/trpc/journal.get?batch=1&input=[1,2]',
    '/trpc/journal.get,journal.get?batch=1&input={"__proto__":{"0":1}}',
    `/trpc/${Array(31).fill('journal.get').join(',')}?batch=1&input={}`,
    '/trpc/articles.list?input={"limit":101}',
    '/trpc/articles.list?input={"limit":-1}',
    '/trpc/articles.list?input={"limit":1e308}',
    '/trpc/articles.list?input={"cursor":"AAAA"}',
    '/trpc/articles.list?input={"cursor":{"$ne":null}}',
    '/trpc/articles.bySlug?input={"slug":["a"]}',
    '/trpc/articles.bySlug?input={"slug":"\\u0000"}',
    '/trpc/__proto__',
    '/trpc/constructor.constructor',
    '/trpc/editor',
    '/trpc/editor.articles.create',
    '/trpc/',
    '/trpc',
    '/trpc/..%2f..%2fetc%2fpasswd',
    '/trpc//journal.get',
    '/trpc/journal.get%00',
    '/trpc/%ff',
    '/%',
    '//evil.example/',
    '/media/..%2f..%2fsecret',
    '/media/%00',
    '/auth/../trpc/editor.me',
    '/auth/sign-up/email',
    '/auth/admin/list-users',
  ])('of %s is refused in words', async (path) => {
    const answer = await api.send(path.replaceAll('"', '%22'));
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|prisma|select /i);
  });

  test('longer than an address may be is refused', async () => {
    const answer = await called(`articles.bySlug?input=${'x'.repeat(40_000)}`);
    expect(answer.status).toBe(431);
  });
});

test.each([
  ['x-forwarded-host', 'evil.example'],
  ['x-forwarded-proto', 'javascript'],
  ['x-original-url', '/trpc/editor.me'],
  ['x-rewrite-url', '/trpc/editor.me'],
  ['x-http-method-override', 'POST'],
  ['range', 'bytes=0-3'],
  ['if-match', '"x"'],
  ['if-none-match', '*'],
  ['accept', 'text/x-evil'],
  ['x-trpc-source', 'evil'],
  ['content-encoding', 'evil'],
])('the header %s changes nothing of an answer', async (name, value) => {
  const plain = await called('journal.get');
  const answer = await called('journal.get', { [name]: value });
  expect([answer.status, answer.body]).toEqual([200, plain.body]);
  expect(JSON.stringify([...answer.headers])).not.toContain('evil');
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('an answer is no page: its policy leaves a checker nothing to find', async () => {
  const { headers } = await called('journal.get');
  expect(faultsOfPolicy(headers.get('content-security-policy') ?? '')).toEqual([]);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('set-cookie')).toBeNull();
});

test('the log contains no address and no query of readers', async () => {
  await called('articles.bySlug?input={%22slug%22:%22what-somebody-looked-for%22}', {
    'x-forwarded-for': '203.0.113.77',
    'user-agent': 'A Browser of Somebody',
    referer: 'https://elsewhere.example/private',
  });
  // Its first line says where it listens.
  const logged = api.logged.filter((line) => line.includes('"reqId"')).join('\n');
  expect(logged).toContain('/trpc/articles.bySlug');
  for (const telling of [
    '203.0.113',
    '198.51.100',
    '127.0.0.1',
    'what-somebody',
    'Somebody',
    'elsewhere',
  ])
    expect(logged, telling).not.toContain(telling);
});
