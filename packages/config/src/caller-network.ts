import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import { SlidingLimit } from './sliding-limit.ts';

/** Proxies whose word on where a request came from is taken: how many in a row, or their addresses. */
export type TrustedProxies = number | readonly string[];

/** Whether the address `hop` steps away is that of such a proxy. */
export type Trust = (address: string, hop: number) => boolean;

/** @throws where an address is none. */
export function trustOf(proxies: TrustedProxies): Trust {
  if (typeof proxies === 'number') return (_, hop) => hop < proxies;
  return proxies.length === 0 ? () => false : proxyAddr.compile([...proxies]);
}

type Request = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Where a request came from, as far as the proxies that are trusted tell. */
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
  if (!ipaddr.isValid(address)) return 'unknown';
  // An IPv4 address may come dressed as one of IPv6.
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'loopback') return 'here';
  const octets = parsed.toByteArray().slice(0, prefixLength[parsed.kind()]);
  return `${parsed.kind()} ${octets.join('.')}`;
}

/** Asks leave for a request; 0, or after how many seconds to try again. */
export type NetworkLimit = (request: Request, cost?: number) => number;

/** Most networks told apart within a window. */
const room = 50_000;

/**
 * Limits how much one network asks for in a minute. Networks are known by a hash with a salt that
 * only this process has, for two minutes at most, and are neither written down nor logged. This
 * machine itself is not limited. Somebody whose proxies are not trusted is known by the proxy.
 */
export function createNetworkLimit(options: { max: number; trust: Trust }): NetworkLimit {
  const window = 60_000;
  const limit = new SlidingLimit({ max: options.max, window, room });
  const salt = randomBytes(32);
  setInterval(() => limit.turn(Date.now()), window).unref();
  return (request, cost) => {
    const network = networkOf(callerAddress(request, options.trust));
    if (network === 'here') return 0;
    const who = createHmac('sha256', salt).update(network).digest('base64url');
    return limit.take(who, Date.now(), cost);
  };
}
