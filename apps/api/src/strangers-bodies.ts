import { ProblemError } from '@viewpoints/api/problem';
import type { FastifyInstance } from 'fastify';

/** The longest body, in bytes, of somebody who shows neither session nor token: a form. */
const longest = 64 * 1024;

/**
 * Refuses long bodies of strangers before they are read. Who has to sign in to do anything with
 * one says so in the request's head; a body whose length is not said is none of a program of ours.
 */
export function limitStrangersBodies(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ headers }) => {
    if (headers.cookie !== undefined || headers.authorization !== undefined) return;
    if (headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > longest)
      throw new ProblemError('too_large');
  });
}
