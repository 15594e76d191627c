import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch } from 'undici';

/** Which of the addresses that users enter the program may open. */
export type Reach = {
  /** All addresses of a name, as the system knows them. */
  resolve: (hostname: string) => Promise<{ address: string; family: number }[]>;
  /** Whether an address is one of the public internet's. */
  isAllowed: (address: string) => boolean;
  /** Whether a port is one of web servers. */
  isPort: (port: number) => boolean;
};

/** The public internet, and there web servers alone. */
export const publicReach: Reach = {
  resolve: resolvePublic,
  isAllowed: isPublicAddress,
  isPort: (port) => port === 80 || port === 443,
};

/**
 * Queries name servers, not the system: its lookup cannot be cancelled, and four that never end
 * would block reading files and checking passwords, which use the same threads.
 */
async function resolvePublic(hostname: string) {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  const answers = await Promise.allSettled([
    resolver.resolve4(hostname),
    resolver.resolve6(hostname),
  ]);
  const found = answers.flatMap((answer, index) =>
    answer.status === 'rejected'
      ? []
      : answer.value.map((address) => ({ address, family: index === 0 ? 4 : 6 })),
  );
  const failed = answers.find(({ status }) => status === 'rejected');
  if (found.length === 0 && failed?.status === 'rejected') throw failed.reason;
  return found;
}

/** Of Azure's own service in each machine that runs there, though it looks like any other. */
const azureService = '168.63.129.16';

/** Of IPv6 only what is given out to the internet: among the rest are forms of private IPv4 addresses. */
function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || parsed.toString() === azureService) return false;
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3'));
}

/** An address leads to where this program must not go, such as the network it runs in. */
export class AddressNotAllowed extends Error {
  override readonly name = 'AddressNotAllowed';
}

/** The response of a web server, without its body. */
export type Answer = { status: number };

const mostRedirects = 5;

/**
 * Requests addresses that users entered, and does not read the response bodies. Names are resolved
 * once and the addresses found are the ones connected to, so that a name cannot be public when it
 * is checked and private when it is opened. Each redirect is checked as the first address is.
 */
export function createGuardedFetch(reach: Reach = publicReach): {
  /**
   * @throws {AddressNotAllowed} if the address or a redirect leads elsewhere
   * @throws {Error} if there is no response in time
   */
  ask: (
    address: string,
    options: { method: 'HEAD' | 'GET'; signal: AbortSignal },
  ) => Promise<Answer>;
  close: () => Promise<void>;
} {
  const agent = new Agent({
    connect: {
      lookup: (hostname, _options, done) => {
        resolveAllowed(hostname, reach).then(
          (addresses) => done(null, addresses),
          (error: NodeJS.ErrnoException) => done(error, []),
        );
      },
    },
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
    connectTimeout: 10_000,
    // Headers that go on for ever are refused; of the body nothing is read.
    maxHeaderSize: 64 * 1024,
    maxResponseSize: 1024 * 1024,
  });
  return {
    ask: async (address, { method, signal }) => {
      let url = new URL(address);
      for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
        requireAllowed(url, reach);
        const response = await fetch(url, {
          ...{ method, signal, dispatcher: agent, redirect: 'manual' },
          headers: { accept: '*/*', 'user-agent': 'Mozilla/5.0 (compatible; link check)' },
        });
        const location = response.headers.get('location');
        await response.body?.cancel();
        const { status } = response;
        if (status < 300 || status >= 400 || location === null) return { status };
        url = new URL(location, url);
      }
      throw new Error(`It redirects more than ${mostRedirects} times.`);
    },
    close: () => agent.close(),
  };
}

/** All addresses of a name, none of which may be private: a name that has both is a trap. */
async function resolveAllowed(hostname: string, { resolve, isAllowed }: Reach) {
  const addresses = await resolve(hostname);
  if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address)))
    throw new AddressNotAllowed(`${hostname} is not on the public internet.`);
  return addresses;
}

/** A literal address is never looked up, so it is checked here. */
function requireAllowed(url: URL, { isAllowed, isPort }: Reach): void {
  const isHttps = url.protocol === 'https:';
  if (!isHttps && url.protocol !== 'http:')
    throw new AddressNotAllowed(`${url.protocol} is not of the web.`);
  if (!isPort(url.port === '' ? (isHttps ? 443 : 80) : Number(url.port)))
    throw new AddressNotAllowed(`Port ${url.port} is not one of web servers.`);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(hostname) !== 0 && !isAllowed(hostname))
    throw new AddressNotAllowed(`${hostname} is not on the public internet.`);
}
