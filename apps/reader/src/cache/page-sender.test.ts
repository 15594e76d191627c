import { request as ask, createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseEncoding } from '../http/content-encoding.ts';
import { finishPage } from './finish-page.ts';
import type { Page } from './page-cache.ts';
import { createPageSender } from './page-sender.ts';

const TEXT = '<p>What the river states will accept.</p>'.repeat(50);
const TYPE = 'text/html; charset=utf-8';
let port = 0;
const sendPage = createPageSender(
  [['X-Always', 'yes']],
  [['Link', '</a.woff2>; rel=preload']],
  false,
);
const kept = finishPage(200, TYPE, TEXT);
const server = createServer((request, response) => {
  if (request.url === '/missing') sendPage(request, response, finishPage(404, TYPE, TEXT), false);
  else sendPage(request, response, kept, true);
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    ask({ port, host: '127.0.0.1', path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('a page over HTTP', () => {
  it('comes in the best form that the browser takes', async () => {
    const plain = await get('/');
    expect(plain.body.toString()).toBe(TEXT);
    const gzip = await get('/', { 'accept-encoding': 'gzip, deflate' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).toString()).toBe(TEXT);
    const brotli = await get('/', { 'accept-encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(TEXT);
    expect(brotli.headers.vary).toBe('Accept-Encoding');
  });

  it('is not sent again to who has it, in whatever form', async () => {
    const first = await get('/', { 'accept-encoding': 'br' });
    const etag = first.headers.etag ?? '';
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/', { 'if-none-match': tags });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('must be revalidated each time, so that nothing withdrawn is shown from a browser cache', async () => {
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
  });

  it('has length and headers but no body for HEAD', async () => {
    const head = await get('/', {}, 'HEAD');
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(TEXT)));
    expect(head.body.length).toBe(0);
  });

  it('has no tag where there is nothing, so that nobody keeps "nothing here"', async () => {
    const missing = await get('/missing', { 'if-none-match': '*' });
    expect(missing.status).toBe(404);
    expect(missing.headers.etag).toBeUndefined();
  });

  it('has the same head each time, whatever was requested in between', async () => {
    const ask = async (headers: Record<string, string>, method = 'GET') => {
      const { status, headers: got, body } = await get('/', headers, method);
      const { date, ...rest } = got;
      expect(Math.abs(Date.parse(date ?? '') - Date.now())).toBeLessThan(3000);
      return { status, rest, length: body.length };
    };
    const cases = [
      () => ask({ connection: 'keep-alive', 'accept-encoding': 'br' }),
      () => ask({ connection: 'keep-alive', 'accept-encoding': 'gzip' }),
      () => ask({ connection: 'keep-alive' }),
      () => ask({ connection: 'close' }),
      () => ask({ connection: 'keep-alive', 'if-none-match': '*' }),
      () => ask({ connection: 'keep-alive' }, 'HEAD'),
    ];
    const first: unknown[] = [];
    for (const one of cases) first.push(await one());
    for (let round = 0; round < 3; round += 1)
      for (const [at, one] of cases.entries()) expect(await one()).toEqual(first[at]);
    expect(first).toMatchObject([
      { status: 200, rest: { 'content-encoding': 'br', connection: 'keep-alive' } },
      { status: 200, rest: { 'content-encoding': 'gzip', 'x-always': 'yes' } },
      { status: 200, rest: { link: '</a.woff2>; rel=preload' }, length: TEXT.length },
      { status: 200, rest: { connection: 'close' }, length: TEXT.length },
      { status: 304, rest: { etag: `"${kept.etag}"`, 'x-always': 'yes' }, length: 0 },
      { status: 200, rest: { 'content-length': String(TEXT.length) }, length: 0 },
    ]);
  });
});

describe('whether a page was cached', () => {
  /** The `Cache-Status` of a page that was cached or rendered just now. */
  async function headersOf(kept: boolean, edgeCacheable: boolean, showsCacheStatus: boolean) {
    const send = createPageSender([], [], showsCacheStatus);
    const page = finishPage(200, TYPE, TEXT);
    const once = createServer((request, response) =>
      send(request, response, page, kept, edgeCacheable),
    );
    await new Promise<void>((resolve) => once.listen(0, '127.0.0.1', resolve));
    const { port: at } = once.address() as AddressInfo;
    const { headers } = await fetch(`http://127.0.0.1:${at}/`);
    once.close();
    return headers.get('cache-status');
  }

  it('is shown to nobody: a reader would learn what others requested', async () => {
    expect(await headersOf(true, false, false)).toBeNull();
    expect(await headersOf(false, false, false)).toBeNull();
    // That edge caches may store it reveals nothing about readers.
    expect(await headersOf(true, true, false)).toBe('viewpoints; ttl=1');
    expect(await headersOf(false, true, false)).toBe('viewpoints; ttl=1');
  });

  it('is shown if the settings say so', async () => {
    expect(await headersOf(true, false, true)).toBe('viewpoints; hit');
    expect(await headersOf(false, true, true)).toBe('viewpoints; fwd=miss; ttl=1');
  });
});

describe('a page that says when it was made', () => {
  const SECOND = Date.UTC(2026, 10, 2, 9, 30, 15);
  const conditional = { 'if-modified-since': new Date(SECOND).toUTCString() };

  /** The response for `page` at `time`, in milliseconds after the second. */
  async function answered(page: Page, time: number, headers: Record<string, string> = {}) {
    const send = createPageSender([], [], false, () => SECOND + time);
    const once = createServer((request, response) => send(request, response, page, true));
    await new Promise<void>((resolve) => once.listen(0, '127.0.0.1', resolve));
    const { port: at } = once.address() as AddressInfo;
    const { status, headers: sent } = await fetch(`http://127.0.0.1:${at}/`, { headers });
    once.close();
    return [status, sent.get('last-modified')];
  }
  const madeAt = async (time: number, text = TEXT): Promise<Page> => ({
    ...finishPage(200, 'application/atom+xml', text),
    made: SECOND + time,
  });

  it('given the date that it sent, then it is not sent again', async () => {
    const page = await madeAt(200);
    const date = conditional['if-modified-since'];
    expect(await answered(page, 20_000)).toEqual([200, date]);
    expect(await answered(page, 20_000, conditional)).toEqual([304, date]);
  });

  it('given a retraction in the very second, then neither has a date until it is old enough, and the new one is sent', async () => {
    const [before, after] = [await madeAt(100), await madeAt(900, 'Retracted.')];
    expect(await answered(before, 800)).toEqual([200, null]);
    expect(await answered(before, 800, conditional)).toEqual([200, null]);
    expect(await answered(after, 950, conditional)).toEqual([200, null]);
    const date = conditional['if-modified-since'];
    expect(await answered(after, 20_000)).toEqual([200, date]);
  });

  it('given another date, earlier or later, or none that is one, then it is sent', async () => {
    const page = await madeAt(0);
    for (const other of [SECOND - 1000, SECOND + 1000, SECOND + 3_600_000]) {
      const headers = { 'if-modified-since': new Date(other).toUTCString() };
      expect((await answered(page, 20_000, headers))[0]).toBe(200);
    }
    expect((await answered(page, 20_000, { 'if-modified-since': 'lately' }))[0]).toBe(200);
  });

  it('given a tag and a date, then the tag alone decides', async () => {
    const page = await madeAt(0);
    const other = { ...conditional, 'if-none-match': '"other"' };
    expect((await answered(page, 20_000, other))[0]).toBe(200);
    const later = new Date(SECOND + 1000).toUTCString();
    const same = { 'if-modified-since': later, 'if-none-match': `"${page.etag}"` };
    expect((await answered(page, 20_000, same))[0]).toBe(304);
  });

  it('given a page that does not, then a date changes nothing', async () => {
    const { made: _, ...page } = await madeAt(0);
    expect(await answered(page, 20_000, conditional)).toEqual([200, null]);
  });
});

describe('the choice of a coding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['deflate, gzip;q=0', 'identity'],
    ['br;q=0.000, gzip;q=0.0', 'identity'],
    ['brotli', 'identity'],
    ['GZIP', 'gzip'],
  ] as const)('%s: %s', (header, coding) => {
    expect(chooseEncoding(header)).toBe(coding);
  });
});
