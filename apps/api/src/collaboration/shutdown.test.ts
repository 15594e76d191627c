import { once } from 'node:events';
import { get } from 'node:http';
import type { Duplex } from 'node:stream';
import { addArticle } from '@viewpoints/db/testing/builders';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { collaborationPath } from '@viewpoints/working-copy/messages';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { addMember, signInAs } from '../testing/sign-in.ts';
import { origin, startTestApi, type TestApi } from '../testing/test-api.ts';

vi.setConfig({ testTimeout: 60_000 });

let one: TestApi;
beforeAll(async () => {
  one = await startTestApi({ collaboration: true });
});
afterAll(() => one.close());
afterEach(() => vi.useRealTimers());

test('a page that was turned away and does not answer delays no shutdown', async () => {
  const server = await startTestApi({ collaboration: true, on: one.db });
  const { id: by, email } = await addMember(one, 'Editor', 'editor');
  const { id } = await addArticle(one.db.editorial, { by });
  const cookie = await signInAs(one, email);
  // The timer that ends such a connection otherwise never fires.
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const request = get(`${server.url}${collaborationPath(id, documentVersion - 1)}`, {
    headers: {
      ...{ origin, cookie, connection: 'Upgrade', upgrade: 'websocket' },
      ...{ 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' },
    },
  });
  const [, stream] = (await once(request, 'upgrade')) as [unknown, Duplex];
  vi.useRealTimers();
  stream.on('error', () => {});
  const ended = once(stream.resume(), 'close');
  await server.close();
  await ended;
  expect(stream.destroyed).toBe(true);
});
