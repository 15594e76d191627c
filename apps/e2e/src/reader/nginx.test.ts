import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findFreePort } from '@viewpoints/config/free-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EdgeCache, hasNginx, startNginx } from './edge-cache-fixture.ts';

/** Pages whose version the test counts up, each in files of other lengths. */
const PATHS = ['/a', '/b', '/c'];
const CODINGS = ['br', 'gzip', 'gzip, deflate, br, zstd', 'identity'];
const REPLACED = 60;

const versions = new Map(PATHS.map((path) => [path, 0]));
let requests = 0;
let upstream: Server;
let edgeCache: EdgeCache;

/** The body of a page at a version: no two neighbours have the same length. */
const bodyOf = (path: string, version: number) =>
  `${path} ${version} ${'.'.repeat((version % 7) * 1000)}`;

describe.skipIf(!hasNginx)('the shipped nginx configuration, with two workers', () => {
  beforeAll(async () => {
    upstream = createServer((request, response) => {
      const path = request.url ?? '';
      const version = versions.get(path);
      if (version === undefined) return response.end('ok');
      requests += 1;
      const etag = `"${version}"`;
      const headers = { 'X-Accel-Expires': '1', 'Cache-Control': 'no-cache', ETag: etag };
      if (request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
      return response.writeHead(200, headers).end(bodyOf(path, version));
    });
    await new Promise<void>((listening) => upstream.listen(0, '127.0.0.1', listening));
    const { port } = upstream.address() as AddressInfo;
    const readers = [`http://127.0.0.1:${port}`];
    edgeCache = await startNginx({ port: await findFreePort(), readers, workers: 2 });
  });
  afterAll(async () => {
    await edgeCache?.stop();
    upstream?.closeAllConnections();
    await new Promise((closed) => upstream.close(closed));
  });

  it('serves nothing older than what it refetched, however often that is replaced', async () => {
    const wrong: string[] = [];
    let answers = 0;
    const read = async (path: string, coding: string, least: number) => {
      const answer = await fetch(edgeCache.url + path, { headers: { 'Accept-Encoding': coding } });
      const text = await answer.text();
      const version = Number(text.split(' ')[1]);
      if (answer.status !== 200 || text !== bodyOf(path, version) || version < least)
        wrong.push(`${answer.status} ${path} ${version} after ${least}`);
      answers += 1;
    };
    const readAll = (path: string, least: number) =>
      Promise.all(
        Array.from({ length: 6 }, () => CODINGS.map((coding) => read(path, coding, least))).flat(),
      );
    const replace = (path: string) =>
      Promise.all(
        ['br', 'gzip'].map(async (coding) => {
          const headers = { 'Accept-Encoding': coding, 'X-Viewpoints-Refresh': '1' };
          await (await fetch(edgeCache.url + path, { headers })).text();
        }),
      );
    for (const path of PATHS) await readAll(path, 0);
    for (let version = 1; version <= REPLACED; version += 1)
      for (const path of PATHS) {
        const meanwhile = readAll(path, version - 1);
        versions.set(path, version);
        await replace(path);
        await Promise.all([meanwhile, readAll(path, version)]);
      }
    expect(wrong).toEqual([]);
    // Some responses came from its cache, or the test shows nothing.
    expect(requests).toBeLessThan(answers);
  });
});
