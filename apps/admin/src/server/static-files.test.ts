import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressFile } from '@viewpoints/config/compress-file';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStaticFiles } from './static-files.ts';

const script = `export const words = '${'It rained in the north. '.repeat(50)}';\n`;
let directory = '';
let server: Server;
let url = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-static-'));
  const chunks = join(directory, '.next/static/chunks');
  await mkdir(chunks, { recursive: true });
  await writeFile(join(chunks, 'a1b2.js'), script);
  await writeFile(join(directory, '.next/secret.js'), 'secret');
  compressFile(join(chunks, 'a1b2.js'));
  const serve = createStaticFiles(directory);
  server = createServer((request, response) => {
    if (!serve(request, response)) response.writeHead(404).end(request.url);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(directory, { recursive: true });
});

const ask = (path: string, accept: string) =>
  fetch(url + path, { headers: { 'accept-encoding': accept } });

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['identity', null],
])('a script is sent to who accepts %s as %s', async (accept, encoding) => {
  const response = await ask('/_next/static/chunks/a1b2.js?dpl=1', accept);
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(response.headers.get('content-type')).toMatch(/javascript/);
  expect(response.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
  expect(response.headers.get('vary')).toBe('Accept-Encoding');
  const length = Number(response.headers.get('content-length'));
  expect(encoding === null ? length === script.length : length < script.length / 5).toBe(true);
  expect(await response.text()).toBe(script);
});

test('what is no file of the build is left to others, with its address', async () => {
  for (const path of [
    '/_next/static/chunks/none.js',
    '/_next/static/../secret.js',
    '/_next/static/%2e%2e/secret.js',
    '/articles',
  ]) {
    const response = await ask(path, 'br');
    expect(response.status, path).toBe(404);
    expect(await response.text()).not.toBe('secret');
  }
  expect(await (await ask('/_next/static/chunks/none.js', 'br')).text()).toBe(
    '/_next/static/chunks/none.js',
  );
});
