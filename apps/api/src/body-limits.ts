import { bringsCredentials } from '@viewpoints/api/accounts/signed-in';
import { anonymousJson, type JsonLimits, jsonTooLarge } from '@viewpoints/api/input/json-limits';
import { JsonScanner } from '@viewpoints/api/input/json-scanner';
import { ProblemError } from '@viewpoints/api/problem';
import { reason } from '@viewpoints/domain/refusal';
import type { FastifyInstance, FastifyRequest } from 'fastify';

type Headers = FastifyRequest['headers'];

/** Whether a body is longer than a form, or does not say how long it is. */
const isLong = (headers: Headers): boolean =>
  headers['transfer-encoding'] !== undefined ||
  Number(headers['content-length']) > anonymousJson.bytes;

/** Refuses a long body without credentials by its headers alone: nothing is looked up. */
export function limitAnonymousBodies(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ headers }) => {
    if (bringsCredentials(headers) || !isLong(headers)) return;
    throw new ProblemError('too_large', [
      reason(
        'too_large_without_account',
        `Without an account no more than ${anonymousJson.bytes} bytes are accepted. Sign in to send more.`,
        null,
        { bytes: anonymousJson.bytes },
      ),
    ]);
  });
}

/** Refuses a long body, unread, if the credentials that came with it are invalid. */
export function assertAccountForLongBody({ headers, account }: FastifyRequest): void {
  if (account === null && isLong(headers)) throw new ProblemError('signed_out');
}

/**
 * Reads a JSON body as text and stops at the first byte past a limit; what is announced as too long
 * is not read at all.
 * @throws {ProblemError} `json_too_large` or `json_too_deep`
 */
export async function readJsonBody(
  { headers, raw }: FastifyRequest,
  limits: JsonLimits,
): Promise<string> {
  if (Number(headers['content-length']) > limits.bytes) throw jsonTooLarge('bytes', limits.bytes);
  const scanner = new JsonScanner(limits);
  const chunks: Buffer[] = [];
  try {
    // The connection has to stay for the answer, however little of the body was read.
    for await (const chunk of raw.iterator({ destroyOnReturn: false })) {
      scanner.push(chunk);
      chunks.push(chunk);
    }
  } catch (error) {
    // Many clients listen for the answer only once they have sent everything: the rest is dropped.
    raw.resume();
    throw error;
  }
  return Buffer.concat(chunks).toString('utf8');
}
