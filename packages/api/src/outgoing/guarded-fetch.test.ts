import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGuardedFetch, publicReach, type Reach } from './guarded-fetch.ts';

/** The requests that the server got. */
const requested: string[] = [];
let server: Server;
let port = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    requested.push(`${request.method} ${request.url}`);
    const [, to] = /^\/to\/(.*)$/.exec(request.url ?? '') ?? [];
    if (to !== undefined) response.setHeader('location', decodeURIComponent(to));
    response.writeHead(to === undefined ? 200 : 302).end('words');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const names: Record<string, string[]> = {
  'site.test': ['127.0.0.1'],
  'inside.test': ['10.0.0.1'],
  'both.test': ['127.0.0.1', '10.0.0.1'],
};
/** The test's server acts as the public internet. */
const reach: Reach = {
  resolve: async (hostname) => (names[hostname] ?? []).map((address) => ({ address, family: 4 })),
  isAllowed: (address) => address === '127.0.0.1',
  isPort: (given) => given === port,
  protocols: ['http:', 'https:'],
};

async function ask(address: string, within = reach): Promise<number | string> {
  const guarded = createGuardedFetch(within);
  const signal = AbortSignal.timeout(5_000);
  try {
    return (await guarded.ask(address, { method: 'HEAD', signal })).status;
  } catch (error) {
    const { name, cause } = error as Error;
    return cause instanceof Error ? cause.name : name;
  } finally {
    await guarded.close();
  }
}
const at = (path: string, host = 'site.test') => `http://${host}:${port}${path}`;
const redirectTo = (address: string) => at(`/to/${encodeURIComponent(address)}`);

describe('an address that a user entered', () => {
  test('is requested, over redirects too', async () => {
    requested.length = 0;
    expect(await ask(at('/page'))).toBe(200);
    expect(await ask(redirectTo('/page'))).toBe(200);
    expect(requested).toEqual(['HEAD /page', expect.stringContaining('/to/'), 'HEAD /page']);
  });

  test('is refused where it leads into a private network, in whatever way', async () => {
    requested.length = 0;
    const refused = [
      at('/page', 'inside.test'),
      at('/page', 'both.test'),
      at('/page', '10.0.0.1'),
      at('/page', '[::1]'),
      redirectTo(at('/page', 'inside.test')),
      redirectTo(at('/page', '10.0.0.1')),
      redirectTo('http://site.test:22/page'),
      redirectTo('file:///etc/passwd'),
    ];
    for (const address of refused) expect(await ask(address), address).toBe('AddressNotAllowed');
    expect(requested.every((path) => path.startsWith('HEAD /to/'))).toBe(true);
  });

  test('is given up where its redirects do not end', async () => {
    const endless = createServer((_request, response) =>
      response.writeHead(302, { location: '/' }).end(),
    );
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
    const { port: endlessPort } = endless.address() as AddressInfo;
    const within = { ...reach, isPort: () => true };
    expect(await ask(`http://site.test:${endlessPort}/`, within)).toBe('Error');
    await new Promise((resolve) => endless.close(resolve));
  });
});

describe('the public internet', () => {
  test('has none of these addresses, however they are written', async () => {
    const literals = [
      ...['127.0.0.1', '2130706433', '0x7f.1', '0.0.0.0', '10.1.2.3', '172.16.0.1'],
      ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '224.0.0.1', '255.255.255.255'],
      ...['[::1]', '[::]', '[fe80::1]', '[fc00::1]', '[ff02::1]', '[::ffff:127.0.0.1]'],
      ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[2001:db8::1]', '[::7f00:1]'],
      '168.63.129.16',
    ];
    for (const literal of literals)
      expect(await ask(`http://${literal}/`, publicReach), literal).toBe('AddressNotAllowed');
  });

  test('is requested only at the ports of web servers', async () => {
    for (const address of ['http://example.org:22/', 'https://example.org:8443/', 'ftp://a.test/'])
      expect(await ask(address, publicReach), address).toBe('AddressNotAllowed');
  });

  test('has the addresses of the others', () => {
    for (const address of ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])
      expect(publicReach.isAllowed(address), address).toBe(true);
  });
});
