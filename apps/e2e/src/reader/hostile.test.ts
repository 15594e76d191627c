import type { Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, type RawAnswer, sendRaw } from '../support/raw-http.ts';
import { type ReaderFixture, startReaders } from './reader-fixture.ts';

const ARTICLE = '/articles/arveth-changes-his-tense';
const LIMIT = 60;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const metricsToken = 'a-token-for-tests-that-opens-the-metrics';

let fixture: ReaderFixture;
let url = '';
let host = '';
/** Addresses that were not requested yet, so that the first request renders their pages. */
let fresh: string[] = [];
/** Clients that take their time, opened before all else and looked at in the end. */
let slow: { begun: Socket; closed: Promise<void> }[] = [];

beforeAll(async () => {
  fixture = await startReaders(1, {
    ...{ LOG_LEVEL: 'debug', NETWORK_LIMIT: String(LIMIT), CACHE_STATUS: 'on' },
    METRICS_TOKEN: metricsToken,
  });
  url = fixture.urls[0] ?? '';
  host = new URL(url).host;
  const findings = await fixture.editorial.publishedFinding.findMany({
    where: { withdrawnAt: null },
    select: { id: true },
  });
  fresh = findings.map(({ id }) => `/findings/${id}`);
  slow = [
    'GET / HTTP/1.1\r\nHost: a',
    `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `,
    `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000\r\n\r\nx`,
    `POST / HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\n1`,
    'PO',
  ].flatMap((part) => Array.from({ length: 20 }, () => beginSlowly(part)));
}, 180_000);
afterAll(async () => {
  for (const { begun } of slow) begun.destroy();
  await fixture?.stop();
});

function beginSlowly(part: string): (typeof slow)[number] {
  const begun = open(url);
  const closed = new Promise<void>((resolve) => begun.once('close', () => resolve()));
  begun.resume().write(part);
  return { begun, closed };
}

const nextFresh = () => {
  const path = fresh.pop();
  if (path === undefined) throw new Error('every page has been asked for');
  return path;
};

/** A whole request as a client would write it; `Connection: close` ends what comes back. */
const get = (path: string, headers: string[] = [`Host: ${host}`]) =>
  `GET ${path} HTTP/1.1\r\n${[...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`;
const ask = async (path: string, headers: string[] = []): Promise<RawAnswer> => {
  const { answers } = await sendRaw(url, get(path, [`Host: ${host}`, ...headers]));
  return answers[0] ?? { status: 0, headers: '', body: Buffer.alloc(0) };
};
const header = ({ headers }: RawAnswer, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? null;

describe('metrics', () => {
  it('are a page that does not exist, without the token', async () => {
    const [without, wrong] = [
      await ask('/metrics'),
      await ask('/metrics', [`Authorization: Bearer ${metricsToken}x`]),
    ];
    for (const answer of [without, wrong]) {
      expect(answer.status).toBe(404);
      expect(answer.body.toString()).not.toContain('viewpoints_reader');
    }
  });

  it('count pages by where they came from, and tell no word of an address', async () => {
    await ask(ARTICLE);
    await ask(ARTICLE);
    await ask('/search?q=quillonby');
    const { status, headers, body } = await ask('/metrics', [
      `Authorization: Bearer ${metricsToken}`,
    ]);
    expect(status).toBe(200);
    expect(headers).toMatch(/^cache-control: no-store/im);
    const text = body.toString();
    const value = (name: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')
          .at(-1),
      );
    expect(value('viewpoints_reader_pages_total{from="cache",status="200"}')).toBeGreaterThan(0);
    expect(value('viewpoints_reader_render_duration_seconds_count')).toBeGreaterThan(1);
    expect(value('viewpoints_reader_announcements_up')).toBe(1);
    expect(value('viewpoints_reader_cached_pages')).toBeGreaterThan(0);
    expect(value('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect(text).not.toMatch(/quillonby|arveth/i);
  });
});

describe('a header that is not read', () => {
  it.each([
    'X-Forwarded-Host: evil.example',
    'X-Forwarded-Proto: javascript',
    'X-Forwarded-Port: 666',
    'X-Forwarded-Prefix: //evil.example',
    'X-Host: evil.example',
    'Forwarded: for=evil.example;host=evil.example;proto=evil',
    'X-Original-URL: /corrections',
    'X-Rewrite-URL: /corrections',
    'X-HTTP-Method-Override: DELETE',
    'X-Method-Override: POST',
    'Range: bytes=0-10',
    'If-Range: "x"',
    'If-Match: "x"',
    'If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT',
    'If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT',
    'Cookie: session=evil; __next_preview_data=evil; __prerender_bypass=evil',
    'Authorization: Bearer evil',
    'Accept: application/json',
    'Accept: text/x-component',
    'Accept-Language: fa',
    'Origin: https://evil.example',
    'Content-Type: text/x-component',
    'RSC: 1',
    'Next-Router-Prefetch: 1',
    'Next-Router-State-Tree: %5B%22evil%22%5D',
    'Next-Router-Segment-Prefetch: /_tree',
    'Next-Url: /evil',
    'Next-Action: 7f00000000000000000000000000000000000000',
    'x-middleware-subrequest: middleware:middleware:middleware:middleware:middleware',
    'x-middleware-rewrite: /corrections',
    'x-middleware-override-headers: x-evil',
    'x-nextjs-data: 1',
    'x-matched-path: /corrections',
    'x-invoke-path: /corrections',
    'x-invoke-status: 500',
    'x-prerender-revalidate: evil',
    'x-next-cache-tags: evil',
    'User-Agent: <script>evil</script>',
    'Referer: https://evil.example/',
    'Upgrade: h2c',
    'Sec-Purpose: prefetch;prerender',
  ])('%s changes nothing of the page, nor of what is kept of it', async (line) => {
    const path = nextFresh();
    const hostile = await ask(path, [line]);
    const plain = await ask(path);
    expect([hostile.status, plain.status]).toEqual([200, 200]);
    expect(plain.body.equals(hostile.body)).toBe(true);
    expect(header(plain, 'Cache-Status')).toBe('viewpoints; hit');
    expect(plain.body.toString()).not.toContain('evil');
    expect(plain.headers).not.toMatch(/evil|set-cookie/i);
    expect(header(plain, 'Vary')).toBe('Accept-Encoding');
  });

  it('is the name of the host: links and the cached page are those of the journal', async () => {
    const path = nextFresh();
    for (const headers of [
      ['Host: evil.example'],
      ['Host: evil.example:1"><script>'],
      ['Host: evil.example', `Host: ${host}`],
      [`Host: ${host}`, 'Host: evil.example'],
    ]) {
      const { answers } = await sendRaw(url, get(path, headers));
      expect([200, 400]).toContain(answers[0]?.status);
      expect(answers[0]?.body.toString()).not.toContain('evil');
    }
    expect((await ask(path)).body.toString()).not.toContain('evil');
  });
});

/** Requests that are none: the answer is a refusal, or the connection is closed. */
const MALFORMED: [what: string, bytes: () => string][] = [
  ['no host', () => 'GET / HTTP/1.1\r\n\r\n'],
  ['a folded header', () => get('/', [`Host: ${host}`, 'X-A: a\r\n b'])],
  ['a NUL in a value', () => get('/', [`Host: ${host}`, 'X-A: a\0b'])],
  ['a bare CR in a value', () => get('/', [`Host: ${host}`, 'X-A: a\rX-B: b'])],
  ['a space in a name', () => get('/', [`Host: ${host}`, 'X A: a'])],
  ['a space before the colon', () => get('/', [`Host: ${host}`, 'Transfer-Encoding : chunked'])],
  ['a header without a name', () => get('/', [`Host: ${host}`, ': a'])],
  ['a header without a colon', () => get('/', [`Host: ${host}`, 'nonsense'])],
  ['a header of 100 kB', () => get('/', [`Host: ${host}`, `X-A: ${'a'.repeat(100_000)}`])],
  ['5,000 headers', () => get('/', [`Host: ${host}`, ...Array(5000).fill('X-A: aaaaaa')])],
  ['a target of 100 kB', () => get(`/${'a'.repeat(100_000)}`)],
  ['a space in the target', () => get('/a b')],
  ['a control character in the target', () => get('/\x01')],
  ['an unknown version', () => `GET / HTTP/3.7\r\nHost: ${host}\r\n\r\n`],
  ['HTTP/0.9', () => 'GET /\r\n\r\n'],
  ['the preface of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['a TLS handshake', () => '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['lines that end in LF', () => `GET / HTTP/1.1\nHost: ${host}\nConnection: close\n\n`],
  ['a letter beyond ASCII in the target', () => get('/articles/\xe0rveth')],
  ['a method of its own', () => `EVIL / HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
  ['a method in small letters', () => `get / HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
  ['CONNECT', () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
  ['another’s address', () => get('http://evil.example/', ['Host: evil.example'])],
  ['an authority for a target', () => get('evil.example:80')],
  ['an asterisk', () => `OPTIONS * HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`],
  ['an expectation nobody has', () => get('/', [`Host: ${host}`, 'Expect: a-miracle'])],
];

it.each(MALFORMED)('%s is refused', async (_, bytes) => {
  const { answers, closed } = await sendRaw(url, bytes());
  expect(closed).toBe(true);
  expect(answers.length).toBeLessThanOrEqual(1);
  for (const { status } of answers) expect([400, 404, 405, 417, 431, 501, 505]).toContain(status);
});

describe('a body', () => {
  const inner = () => `GET /corrections HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
  const begin = (method: string, ...headers: string[]) =>
    `${method} ${ARTICLE} HTTP/1.1\r\n${[`Host: ${host}`, ...headers].join('\r\n')}\r\n\r\n`;
  const CL = 'Content-Length';
  const TE = 'Transfer-Encoding';

  it.each<[string, () => string]>([
    ['of a GET', () => begin('GET', `${CL}: ${inner().length}`) + inner()],
    ['of a GET in chunks', () => `${begin('GET', `${TE}: chunked`)}${chunk(inner())}0\r\n\r\n`],
    ['that is none, before a request', () => begin('GET', `${CL}: 0`) + inner()],
    ['of a POST', () => begin('POST', `${CL}: ${inner().length}`) + inner()],
    ['shorter than said', () => begin('POST', `${CL}: ${inner().length + 50}`) + inner()],
    ['longer than said', () => begin('POST', `${CL}: 3`) + inner()],
    ['CL.TE', () => `${begin('POST', `${CL}: 5`, `${TE}: chunked`)}0\r\n\r\n${inner()}`],
    ['TE.CL', () => `${begin('POST', `${TE}: chunked`, `${CL}: 4`)}${chunk(inner())}0\r\n\r\n`],
    ['TE.TE', () => begin('POST', `${TE}: chunked`, `${TE}: identity`) + chunk(inner())],
    ['TE unknown', () => begin('POST', `${TE}: xchunked`) + inner()],
    ['TE with a tab', () => `${begin('POST', `${TE}:\tchunked`, `${CL}: 5`)}0\r\n\r\n${inner()}`],
    ['TE in two lines', () => begin('POST', `${TE}:\r\n chunked`) + inner()],
    ['chunked, identity', () => begin('POST', `${TE}: chunked, identity`) + chunk(inner())],
    ['two lengths', () => begin('POST', `${CL}: 0`, `${CL}: ${inner().length}`) + inner()],
    ['lengths in a list', () => begin('POST', `${CL}: 0, ${inner().length}`) + inner()],
    ['a negative length', () => begin('POST', `${CL}: -1`) + inner()],
    ['a signed length', () => begin('POST', `${CL}: +5`) + inner()],
    ['a length in hexadecimal', () => begin('POST', `${CL}: 0x5`) + inner()],
    ['a length beyond all', () => begin('POST', `${CL}: ${'9'.repeat(40)}`) + inner()],
    ['a chunk of no size', () => `${begin('POST', `${TE}: chunked`)}xyz\r\n${inner()}`],
    [
      'a chunk beyond all',
      () => `${begin('POST', `${TE}: chunked`)}${'f'.repeat(40)}\r\n${inner()}`,
    ],
    [
      'a chunk’s extension of 50 kB',
      () => `${begin('POST', `${TE}: chunked`)}1;${'a'.repeat(50_000)}\r\nx\r\n0\r\n\r\n${inner()}`,
    ],
    [
      'trailers of 50 kB',
      () => `${begin('POST', `${TE}: chunked`)}0\r\nX-A: ${'a'.repeat(50_000)}\r\n\r\n${inner()}`,
    ],
    [
      'in an encoding',
      () => begin('GET', 'Content-Encoding: gzip', `${CL}: ${inner().length}`) + inner(),
    ],
    ['that waits to be asked for', () => begin('POST', 'Expect: 100-continue', `${CL}: 5`)],
  ])('%s never becomes a second request', async (_, bytes) => {
    const { answers, closed } = await sendRaw(url, bytes());
    const final = answers.filter(({ status }) => status !== 100);
    expect(closed).toBe(true);
    expect(final.length).toBeLessThanOrEqual(1);
    for (const { status, body } of final) {
      expect([200, 400, 405, 413, 417, 431, 501]).toContain(status);
      expect(body.toString()).not.toContain('<title>Corrections');
    }
  });

  it('leaves cached pages as they are', async () => {
    const { status, body } = await ask(ARTICLE);
    expect([status, body.toString().includes('Arveth')]).toEqual([200, true]);
  });
});

it('requests in one go are answered each, in their order', async () => {
  const paths = ['/about/attribution', '/nowhere', ARTICLE, '/about/attribution'];
  const bytes = paths
    .map((path, at) => (at < 3 ? get(path).replace('Connection: close\r\n', '') : get(path)))
    .join('');
  const { answers } = await sendRaw(url, bytes);
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 200]);
  expect(answers[0]?.body.equals(answers[3]?.body ?? Buffer.alloc(0))).toBe(true);
});

describe('an address', () => {
  let nothing: Buffer = Buffer.alloc(0);
  beforeAll(async () => {
    nothing = (await ask('/nowhere')).body;
  });

  it.each([
    `${ARTICLE}/x.css`,
    `${ARTICLE}.css`,
    `${ARTICLE}.js`,
    `${ARTICLE}.html`,
    `${ARTICLE};x.css`,
    `${ARTICLE}%2fx.css`,
    `${ARTICLE}/..%2fx`,
    `${ARTICLE}%0d%0aSet-Cookie:%20evil=1`,
    `${ARTICLE}%00`,
    `${ARTICLE}%20`,
    `${ARTICLE}/.`,
    `${ARTICLE}/..`,
    `/x/..${ARTICLE}`,
    `/%2e%2e${ARTICLE}`,
    `/.${ARTICLE}`,
    `/\\${ARTICLE}`,
    `/articles//arveth-changes-his-tense`,
    '/articles/%61rveth-changes-his-tense',
    '/articles/Arveth-Changes-His-Tense',
    '/ARTICLES/arveth-changes-his-tense',
    '/articles/ar%CC%80veth-changes-his-tense',
    '/articles/%EF%BD%81rveth-changes-his-tense',
    '/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd',
    '/%ff%fe',
    '/%',
    '/%zz',
    '/%u002e',
    '/..;/',
    '/../../../../etc/passwd',
    '/..\\..\\..\\etc\\passwd',
    '//evil.example',
    '///evil.example/%2e%2e',
    '/\\evil.example',
    '/\\/evil.example',
    '/https://evil.example/',
    '/.env',
    '/.git/config',
    '/.next/BUILD_ID',
    '/package.json',
    '/src/main.ts',
    '/node_modules/next/package.json',
    '/_next',
    '/_next/',
    '/_next/data/x/articles/arveth-changes-his-tense.json',
    '/_next/image?url=http://evil.example/x.png&w=64&q=75',
    '/_next/static/../../package.json',
    '/_next/static/%2e%2e/%2e%2e/package.json',
    '/_next/webpack-hmr',
    '/__nextjs_original-stack-frame',
    '/_error',
    '/_not-found',
    '/404',
    '/500',
    '/api/hello',
    '/trpc/journal.get',
    '/unavailable',
    '/busy',
    '/nothing-here',
    '/media/../package.json',
    '/media/01900000-0000-7000-8000-000000000000',
    '/media/01900000-0000-7000-8000-000000000000%2f..',
    '/articles/__proto__',
    '/articles/constructor',
    '/findings?stance=loves',
    '/findings?actor=..%2f',
    '/findings?cursor=%00',
    `/findings?cursor=${Buffer.from('["9999-99-99",1]').toString('base64url')}`,
    `/articles/${'a-'.repeat(3000)}b`,
    `/${'/'.repeat(5000)}x`,
  ])('%s is nothing here, or leads to the one spelling of this site', async (path) => {
    const answer = await ask(path);
    expect([404, 308]).toContain(answer.status);
    if (answer.status === 308) expect(header(answer, 'Location')).toMatch(/^\/(?![/\\])[\w/-]*$/);
    else expect(answer.body.equals(nothing)).toBe(true);
    expect(answer.headers).not.toMatch(/evil|set-cookie/i);
    expect(header(answer, 'Cache-Control')).toBe('no-cache');
  });

  it.each([
    `${ARTICLE}?utm_source=evil`,
    `${ARTICLE}?cursor=evil`,
    `${ARTICLE}?a=1&a=2&a[]=3&a[b]=4`,
    `${ARTICLE}?__proto__=evil&constructor=evil`,
    `${ARTICLE}?_rsc=evil`,
    `${ARTICLE}?__nextLocale=fa&__nextDataReq=1`,
    `${ARTICLE}?${'x=1&'.repeat(400)}`,
    `${ARTICLE}?%`,
    `${ARTICLE}?%00=%ff`,
    `${ARTICLE}?`,
    `${ARTICLE}?;=&=`,
  ])('%s is the page itself, kept once', async (path) => {
    await ask(ARTICLE);
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(header(answer, 'Cache-Status')).toBe('viewpoints; hit');
    expect(header(answer, 'ETag')).toBe(header(await ask(ARTICLE), 'ETag'));
  });

  it('with nothing behind it is one page in memory, however many there are', async () => {
    for (let index = 0; index < 50; index += 1)
      expect(header(await ask(`/nowhere/${index}`), 'Cache-Status')).toBe('viewpoints; hit');
  });
});

describe('what a client says it takes or has', () => {
  it.each([
    ['*', 'identity'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['identity;q=0', 'identity'],
    ['deflate, compress, zstd, exi', 'identity'],
    ['BR', 'br'],
    ['gzip;q=0.001', 'gzip'],
    ['gzip;;;q=', 'gzip'],
    ['br'.repeat(3000), 'identity'],
    ['br,'.repeat(3000), 'br'],
    ['\xff\xfe', 'identity'],
    ['gzip\t,\tbr;q=0', 'gzip'],
    ['', 'identity'],
  ])('given Accept-Encoding: %j it gets the same page as %s', async (line, coding) => {
    const plain = await ask(ARTICLE);
    const answer = await ask(ARTICLE, [`Accept-Encoding: ${line}`]);
    expect(header(answer, 'Content-Encoding') ?? 'identity').toBe(coding);
    const body =
      coding === 'br'
        ? brotliDecompressSync(answer.body)
        : coding === 'gzip'
          ? gunzipSync(answer.body)
          : answer.body;
    expect(body.equals(plain.body)).toBe(true);
  });

  it.each([
    '"',
    '""',
    'W/',
    '\xff',
    '"evil"',
    '*, "evil',
    '"evil",'.repeat(1500),
    'W/'.repeat(6000),
    `"${'a'.repeat(15_000)}"`,
  ])('given If-None-Match: %j it gets the page, or that it has it', async (line) => {
    const answer = await ask(ARTICLE, [`If-None-Match: ${line}`]);
    expect([200, 304]).toContain(answer.status);
    expect(answer.headers).not.toContain('evil');
    if (answer.status === 304) expect(line).toContain('*');
  });
});

it('a search is never cached, whatever was typed', async () => {
  for (const q of ['ceasefire', '%00', '%ff', 'x'.repeat(900)])
    for (let times = 0; times < 2; times += 1)
      expect(header(await ask(`/search?q=${q}`), 'Cache-Status')).toBe('viewpoints; fwd=miss');
});

it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND', 'PURGE'])(
  '%s changes nothing and says what does',
  async (method) => {
    await ask(ARTICLE);
    const { answers } = await sendRaw(url, get(ARTICLE).replace('GET', method));
    expect(answers.map(({ status }) => status)).toEqual([405]);
    expect(header(await ask(ARTICLE), 'Cache-Status')).toBe('viewpoints; hit');
  },
);

describe('a network beyond its limit', () => {
  const from = (address: string) => [`X-Forwarded-For: ${address}`, `User-Agent: ${FIREFOX}`];
  const unkept = (index: number) => `/findings?actor=made-up-${index}&issue=made-up`;

  it('is asked to wait, in words; cached pages it still gets, and others get all', async () => {
    const answers: RawAnswer[] = [];
    for (let index = 0; index < LIMIT + 5; index += 1)
      answers.push(await ask(unkept(index), from(`198.51.100.${index}`)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    const [first] = refused;
    if (first === undefined) return;
    expect(Number(header(first, 'Retry-After'))).toBeGreaterThan(0);
    expect(header(first, 'Cache-Control')).toBe('no-store');
    expect(first.body.toString()).toContain('Too many requests');

    const claiming = ['203.0.113.1, 198.51.100.7', '203.0.113.2,198.51.100.8', '::1, 198.51.100.9'];
    for (const [index, said] of claiming.entries())
      expect((await ask(unkept(1000 + index), from(said))).status).toBe(429);
    expect((await ask(ARTICLE, from('198.51.100.7'))).status).toBe(200);
    expect((await ask(unkept(2000), from('203.0.113.1'))).status).toBe(404);
    expect((await ask(unkept(2001))).status).toBe(404);
  });
});

describe('clients that take their time', () => {
  it('keep nobody else waiting', async () => {
    const lazy = Array.from({ length: 20 }, () => {
      const socket = open(url).pause();
      socket.write(get(ARTICLE).replace('Connection: close\r\n', '').repeat(200));
      return socket;
    });
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask(ARTICLE)));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    for (const socket of lazy) socket.destroy();
  });

  it('are let go of', async () => {
    await Promise.all(slow.map(({ closed }) => closed));
  }, 60_000);
});

describe('after all that', () => {
  it('nothing failed, and the log identifies nobody: no address, no agent, no query', async () => {
    // Output for the terminal is no part of the log.
    const logged = fixture
      .logged()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join('\n');
    expect(logged).not.toMatch(/"level":[56]0/);
    for (const telling of ['127.0.0.1', '198.51.100', '203.0.113', 'Firefox', 'made-up', 'evil'])
      expect(logged, telling).not.toContain(telling);
  });

  it('what was read is written down when the site ends', async () => {
    for (const dnt of [[], [], ['DNT: 1'], ['Sec-GPC: 1']])
      await ask('/about/privacy', [
        `User-Agent: ${FIREFOX}`,
        'Referer: https://search.example/?q=secret',
        ...dnt,
      ]);
    await fixture.end(0);
    const rows = await fixture.editorial.pageReads.findMany({ where: { path: '/about/privacy' } });
    expect(rows.map(({ reads }) => reads)).toEqual([2]);
    const hosts = await fixture.editorial.referrals.findMany({
      select: { host: true, reads: true },
    });
    expect(hosts).toContainEqual({ host: 'search.example', reads: 2 });
  });
});
