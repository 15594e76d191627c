import { createServer } from 'node:net';
import type { Settings } from '@viewpoints/config/env';
import { Failure } from './failure.ts';

/**
 * Checks that the ports of the sites are free.
 * @throws {Failure} naming the port and its setting
 */
export async function checkPorts(ports: Settings['ports']): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    const problem = await portProblem(port);
    if (problem === null) continue;
    const variable = `${name.toUpperCase()}_PORT`;
    throw new Failure(
      problem === 'EADDRINUSE'
        ? `Port ${port} is in use. Stop the program that listens there, or set ${variable} to another port.`
        : `Port ${port} cannot be listened on (${problem}). Set ${variable} to another port.`,
    );
  }
}

/** The code of the error that listening meets with, or null if it works. */
export function portProblem(port: number): Promise<string | null> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    probe.listen(port, () => probe.close(() => done(null)));
  });
}
