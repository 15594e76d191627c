import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { trustOf } from '@viewpoints/config/caller-network';
import { describe, expect, it } from 'vitest';
import { acceptsRequest, guardConnections } from './hardening.ts';

class Connection extends EventEmitter {
  destroyed = false;
  readonly remoteAddress: string;
  constructor(remoteAddress: string) {
    super();
    this.remoteAddress = remoteAddress;
  }
  destroy() {
    this.destroyed = true;
    this.emit('close');
  }
}

describe('connections', () => {
  const server = new EventEmitter();
  guardConnections(server as Server, trustOf(['203.0.113.9']));
  const connect = (address: string) => {
    const connection = new Connection(address);
    server.emit('connection', connection);
    return connection;
  };
  const many = (address: (index: number) => string) =>
    Array.from({ length: 500 }, (_, index) => connect(address(index)));
  const open = (connections: Connection[]) =>
    connections.filter(({ destroyed }) => !destroyed).length;

  it('of one network are bounded, whichever of its addresses they come from', () => {
    const first = many((index) => `198.51.100.${index % 250}`);
    expect(open(first)).toBe(400);
    expect(open(many((index) => `2001:db8:1:${index}::7`))).toBe(400);
    for (const connection of first) connection.destroy();
    expect(open(many(() => '198.51.100.7'))).toBe(400);
  });

  it('of a trusted proxy, and of this machine, are not', () => {
    expect(open(many(() => '203.0.113.9'))).toBe(500);
    expect(open(many(() => '::ffff:127.0.0.1'))).toBe(500);
  });
});

it.each([
  [{}, true],
  [{ 'content-length': '0' }, false],
  [{ 'transfer-encoding': 'chunked' }, false],
])('after a request with %j its connection stays: %s', (headers, stays) => {
  const response = { shouldKeepAlive: true };
  const request = { headers, httpVersionMajor: 1 } as unknown as IncomingMessage;
  expect(acceptsRequest(request, response as ServerResponse)).toBe(true);
  expect(response.shouldKeepAlive).toBe(stays);
});
