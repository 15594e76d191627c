import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createViewpoints } from './client.ts';
import { attempt } from './problem.ts';

/** An address that redirects every call, and the one that it redirects to. */
let [moved, elsewhere]: Server[] = [];
let url: string;
let status = 307;
let tries = 0;
let received: (string | undefined)[] = [];

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  elsewhere = createServer(({ method }, response) => {
    received.push(method);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify([{ result: { data: 'an answer' } }]));
  });
  const target = await listen(elsewhere);
  moved = createServer((request, response) => {
    tries += 1;
    request.resume();
    response.writeHead(status, { location: `${target}${request.url}` }).end();
  });
  url = await listen(moved);
});
afterAll(() => {
  for (const server of [moved, elsewhere]) {
    server?.closeAllConnections();
    server?.close();
  }
});
beforeEach(() => {
  [tries, received] = [0, []];
});

describe('a call to an address that redirects', () => {
  it.each([301, 302, 303, 307, 308])(
    'by %i takes neither a token nor a text to another address',
    async (by) => {
      status = by;
      const viewpoints = createViewpoints({ url, token: 'vp_secret' });
      const refused = { ok: false, problem: { code: 'redirected' } };
      const made = viewpoints.editor.articles.create.mutate({ headline: 'Not public yet' });
      expect(await attempt(made)).toMatchObject(refused);
      expect(await attempt(viewpoints.journal.get.query())).toMatchObject(refused);
      // Another try would be redirected as well.
      expect([tries, received]).toEqual([2, []]);
    },
  );

  it('goes on without a token: what is public may have moved', async () => {
    status = 307;
    expect(await createViewpoints({ url }).journal.get.query()).toBe('an answer');
    expect(received).toEqual(['GET']);
  });
});
