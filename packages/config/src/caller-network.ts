import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import { type Quota, SlidingLimit } from './sliding-limit.ts';

/** Whether the word of this address on where a request came from is taken. */
export type Trust = (address: string, hop: number) => boolean;

/**
 * Trusts this machine, where the admin and commonly a proxy run, and further proxies by their
 * addresses ("10.0.0.0/8", "2001:db8::7").
 * @throws if an address is invalid
 */
export function trustOf(proxies: readonly string[]): Trust {
  return proxyAddr.compile(['loopback', ...proxies]);
}

type Request = Pick<IncomingMessage, 'headers' | 'socket'>;

/** The address that a request came from, as far as trusted proxies report it. */
export function callerAddress(request: Request, trust: Trust): string {
  return proxyAddr(request as IncomingMessage, trust);
}

/** Octets that name a network: what one customer is commonly given and can change within. */
const prefixLength = { ipv4: 3, ipv6: 6 };

/**
 * The network an address is in (/24, or /48 of IPv6) as octets; `here` for this machine itself,
 * `unknown` for what is no address.
 */
export function networkOf(address: string): string {
  if (isIP(address) === 0) return 'unknown';
  // IPv4-mapped IPv6.
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'loopback') return 'here';
  const octets = parsed.toByteArray().slice(0, prefixLength[parsed.kind()]);
  return `${parsed.kind()} ${octets.join('.')}`;
}

/**
 * Names of networks in memory: a hash with a salt that only this process has, so that no address is
 * stored. This machine itself is `here`.
 */
function createNetworkNames(): (address: string) => string {
  const salt = randomBytes(32);
  return (address) => {
    const network = networkOf(address);
    if (network === 'here') return network;
    return createHmac('sha256', salt).update(network).digest('base64url');
  };
}

export type NetworkLimit = {
  /** Counts a request. Returns 0 if it is allowed, or the seconds to wait. */
  (request: Request, cost?: number): number;
  /** The remaining quota of a request's network; null for one that is not limited. */
  quota: (request: Request) => Quota | null;
};

/** The window in which calls of a network are counted, in seconds. */
export const networkWindow = 60;

/** Maximum number of networks counted separately within a window. */
const capacity = 50_000;

/**
 * Limits the requests of one network per minute. Its name is dropped after two such times, and neither
 * stored nor logged. This machine itself is limited only on request; callers behind an untrusted
 * proxy count as the proxy.
 */
export function createNetworkLimit(options: {
  max: number;
  trust: Trust;
  limitsThisMachine?: boolean;
  /** In how many seconds; a minute by default. */
  seconds?: number;
}): NetworkLimit {
  const window = (options.seconds ?? networkWindow) * 1000;
  const limit = new SlidingLimit({ max: options.max, window, capacity });
  const nameOf = createNetworkNames();
  setInterval(() => limit.turn(Date.now()), window).unref();
  const limitedName = (request: Request) => {
    const name = nameOf(callerAddress(request, options.trust));
    return name === 'here' && !options.limitsThisMachine ? null : name;
  };
  const count = (request: Request, cost?: number) => {
    const name = limitedName(request);
    return name === null ? 0 : limit.take(name, Date.now(), cost);
  };
  const quota = (request: Request) => {
    const name = limitedName(request);
    return name === null ? null : limit.quota(name, Date.now());
  };
  return Object.assign(count, { quota });
}
