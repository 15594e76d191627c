import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { callerAddress, createNetworkLimit, networkOf, trustOf } from './caller-network.ts';

/** A request from `remote`, with what is claimed of where it came from. */
const from = (remote: string, forwarded?: string) =>
  ({
    socket: { remoteAddress: remote },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('where a request came from', () => {
  const address = (proxies: string[], ...request: Parameters<typeof from>) =>
    callerAddress(from(...request), trustOf(proxies));

  test('is what a trusted proxy says, and nothing that anybody else says', () => {
    expect(address([], '127.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
    expect(address([], '::ffff:127.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
    expect(address([], '203.0.113.9', '198.51.100.7')).toBe('203.0.113.9');
    expect(address(['203.0.113.0/24'], '203.0.113.9', '198.51.100.7')).toBe('198.51.100.7');
  });

  test('cannot be forged before the proxies: what they added counts', () => {
    expect(address([], '127.0.0.1', '192.0.2.1, 198.51.100.7')).toBe('198.51.100.7');
    const chain = '192.0.2.1, 198.51.100.7, 10.0.0.2';
    expect(address(['10.0.0.0/8'], '127.0.0.1', chain)).toBe('198.51.100.7');
    expect(address([], '127.0.0.1', chain)).toBe('10.0.0.2');
  });
});

test.each([
  ['198.51.100.7', 'ipv4 198.51.100'],
  ['::ffff:198.51.100.7', 'ipv4 198.51.100'],
  ['2001:db8:1:2:3::7', 'ipv6 32.1.13.184.0.1'],
  ['127.0.0.1', 'here'],
  ['::ffff:127.0.0.1', 'here'],
  ['::1', 'here'],
  ['', 'unknown'],
  ['unknown', 'unknown'],
  ['2130706433', 'unknown'],
  ['<script>', 'unknown'],
])('%j is in the network %j', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe('a limit by network', () => {
  test('holds for all of a network, whatever it says of itself, and for no other', () => {
    const limit = createNetworkLimit({ max: 3, trust: trustOf([]) });
    for (const last of [1, 2, 3]) expect(limit(from(`198.51.100.${last}`))).toBe(0);
    expect(limit(from('198.51.100.4'))).toBeGreaterThan(0);
    expect(limit(from('198.51.100.4', '192.0.2.1'))).toBeGreaterThan(0);
    expect(limit(from('127.0.0.1', '192.0.2.77, 198.51.100.9'))).toBeGreaterThan(0);
    expect(limit(from('203.0.113.1'))).toBe(0);
  });

  test('applies to this machine on request', () => {
    const limit = createNetworkLimit({ max: 2, trust: trustOf([]), limitsThisMachine: true });
    expect([1, 2].map(() => limit(from('127.0.0.1')))).toEqual([0, 0]);
    expect(limit(from('127.0.0.1'))).toBeGreaterThan(0);
  });

  test('is none for this machine, and one for all that a proxy passes on without an address', () => {
    const limit = createNetworkLimit({ max: 3, trust: trustOf([]) });
    for (let count = 0; count < 10; count += 1) expect(limit(from('127.0.0.1'))).toBe(0);
    expect(['x', 'y', 'z'].map((said) => limit(from('127.0.0.1', said)))).toEqual([0, 0, 0]);
    expect(limit(from('127.0.0.1', 'another'))).toBeGreaterThan(0);
  });
});
