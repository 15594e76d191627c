import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Reach } from '../outgoing/guarded-fetch.ts';

/** A request that a receiver got. */
export type Received = { path: string; headers: IncomingHttpHeaders; body: string };

/** A program that webhooks lead to, on a port of its own. */
export type Receiver = {
  port: number;
  /** Everything it was sent, in order. */
  received: Received[];
  /** How it answers from now on; by default with 204. */
  answer: (how: (response: ServerResponse, request: Received) => void) => void;
  /** Its address under a name; only `receiverReach` knows that one. */
  at: (host?: string) => string;
  close: () => Promise<void>;
};

const accept = (response: ServerResponse) => response.writeHead(204).end();

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let how: Parameters<Receiver['answer']>[0] = accept;
  const server = createServer(async (request, response) => {
    const { url: path = '', headers } = request;
    const got = { path, headers, body: await text(request) };
    received.push(got);
    how(response, got);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    received,
    answer: (next) => {
      how = next;
    },
    at: (host = 'receiver.test') => `http://${host}:${port}/hook`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * This machine stands for the public internet, and every name leads to it. `names` has others, each with
 * the addresses that are found one time after the other, the last of them for ever.
 */
export function receiverReach(names: Record<string, string[][]> = {}): Reach {
  return {
    resolve: async (hostname) => {
      const known = names[hostname] ?? [['127.0.0.1']];
      const found = (known.length > 1 ? known.shift() : known[0]) ?? [];
      return found.map((address) => ({ address, family: 4 }));
    },
    isAllowed: (address) => address === '127.0.0.1',
    isPort: () => true,
    protocols: ['http:', 'https:'],
  };
}
