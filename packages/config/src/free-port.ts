import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Ports below those which Linux and macOS give to outgoing connections: any of those could be
 * taken by a connection between the moment it is found free and the moment a server listens on it.
 */
const FIRST = 16_000;
const END = 32_000;
const ATTEMPTS = 50;

/**
 * A port that is free at the moment.
 * @returns A number from 16000 to 31999.
 * @throws Error after 50 ports in use, which does not happen on a healthy machine.
 */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
  throw new Error(`None of ${ATTEMPTS} ports between ${FIRST} and ${END} was free.`);
}

/** Tested on all addresses, as servers of tests listen on one address or on all of them. */
async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port);
    await once(probe, 'listening');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  } finally {
    await new Promise((done) => probe.close(done));
  }
}
