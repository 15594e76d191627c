import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, fetch, type Response } from 'undici';

/** Which of the addresses that users enter the program may open. */
export type Reach = {
  /** All addresses of a name, as the system knows them. */
  resolve: (hostname: string) => Promise<{ address: string; family: number }[]>;
  /** Whether an address is one of the public internet's. */
  isAllowed: (address: string) => boolean;
  /** Whether a port is one of web servers. */
  isPort: (port: number) => boolean;
  protocols: readonly ('http:' | 'https:')[];
};

/** The public internet, and there web servers alone. */
export const publicReach: Reach = {
  resolve: resolvePublic,
  isAllowed: isPublicAddress,
  isPort: (port) => port === 80 || port === 443,
  protocols: ['http:', 'https:'],
};

/** The same for what must not be read on its way. */
export const encryptedReach: Reach = {
  ...publicReach,
  isPort: (port) => port === 443,
  protocols: ['https:'],
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

/** What somebody answered who was sent something: when to send it again too, where they said so. */
export type SentAnswer = Answer & { retryAfter: string | null };

const maxRedirects = 5;

/** How much of an answer is taken before the connection is cut, in bytes. */
const maxResponseBytes = 16 * 1024;

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
  /**
   * Posts to one address and follows no redirect: what is sent is for that address alone.
   * @throws as `ask` does
   */
  send: (
    address: string,
    options: { headers: Record<string, string>; body: string; signal: AbortSignal },
  ) => Promise<SentAnswer>;
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
      for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
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
      throw new Error(`It redirects more than ${maxRedirects} times.`);
    },
    send: async (address, { headers, body, signal }) => {
      const url = new URL(address);
      requireAllowed(url, reach);
      const response = await fetch(url, {
        ...{ method: 'POST', body, headers, signal, dispatcher: agent, redirect: 'manual' },
      });
      await dropBody(response.body);
      return { status: response.status, retryAfter: response.headers.get('retry-after') };
    },
    close: () => agent.close(),
  };
}

/** Takes a short answer to its end, so that its sender sees no broken connection, and cuts a long one. */
async function dropBody(body: Response['body']): Promise<void> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (let taken = 0; taken < maxResponseBytes; ) {
      const { done, value } = await reader.read();
      if (done) return;
      taken += value.byteLength;
    }
  } catch {
    // The answer is known by its status: what comes after it and breaks off changes nothing.
  }
  await reader.cancel().catch(() => {});
}

/** All addresses of a name, none of which may be private: a name that has both is a trap. */
async function resolveAllowed(hostname: string, { resolve, isAllowed }: Reach) {
  const addresses = await resolve(hostname);
  if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address)))
    throw new AddressNotAllowed(`${hostname} is not on the public internet.`);
  return addresses;
}

/**
 * Checks what is known of an address before its name is looked up. A literal address never is, so it is
 * checked here.
 * @throws {AddressNotAllowed}
 */
export function requireAllowed(url: URL, { isAllowed, isPort, protocols }: Reach): void {
  const isHttps = url.protocol === 'https:';
  if (!protocols.some((protocol) => protocol === url.protocol))
    throw new AddressNotAllowed(`${url.protocol} is not used here.`);
  if (!isPort(url.port === '' ? (isHttps ? 443 : 80) : Number(url.port)))
    throw new AddressNotAllowed(`Port ${url.port} is not one of web servers.`);
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(hostname) !== 0 && !isAllowed(hostname))
    throw new AddressNotAllowed(`${hostname} is not on the public internet.`);
}
