import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort } from './free-port.ts';

test('a free port can be listened on, and no outgoing connection is given it', async () => {
  const port = await findFreePort();
  expect(port).toBeGreaterThanOrEqual(16_000);
  expect(port).toBeLessThan(32_000);
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  await new Promise((done) => server.close(done));
});
