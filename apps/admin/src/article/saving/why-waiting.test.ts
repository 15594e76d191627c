import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createViewpoints } from '@viewpoints/client';
import { expect, test } from 'vitest';
import { createApiProxy } from '../../server/api-proxy.ts';
import { mayPass, whyWaiting } from './why-waiting.ts';

/** The error of a save if nothing answers at this address. */
const savingAt = (url: string): Promise<unknown> =>
  createViewpoints({ url, session: true })
    .editor.articles.create.mutate({})
    .then(
      () => null,
      (error: unknown) => error,
    );

test('a server that is down is not taken for a device that is offline', async () => {
  const error = await savingAt('http://127.0.0.1:1');
  expect(mayPass(error)).toBe(true);
  expect(whyWaiting(error, true)).toBe('The server does not answer');
  expect(whyWaiting(error, false)).toBe('Offline');
});

test('an API that is down behind the admin is said to be, whatever the device says', async () => {
  const proxy = createApiProxy('http://127.0.0.1:1');
  const admin = createServer((request, response) => void proxy(request, response));
  await new Promise<void>((ready) => admin.listen(0, '127.0.0.1', ready));
  const error = await savingAt(`http://127.0.0.1:${(admin.address() as AddressInfo).port}`);
  admin.closeAllConnections();
  await new Promise((closed) => admin.close(closed));
  expect(mayPass(error)).toBe(true);
  expect(whyWaiting(error, false)).toBe('The server does not answer');
});
