import { anonymousJson } from '@viewpoints/api/input/json-limits';
import { ProblemError } from '@viewpoints/api/problem';
import { readBounce } from '@viewpoints/api/subscriptions/bounces/read-bounce';
import { settleBounce } from '@viewpoints/api/subscriptions/bounces/settle-bounce';
import { isSignedWebhook } from '@viewpoints/api/webhooks/verify-webhook';
import { bounceKindOf } from '@viewpoints/domain/subscriptions/bounce';
import { boundedString } from '@viewpoints/domain/values';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Dependencies } from './dependencies.ts';

/** A bounce as a mail provider, or a program between, reports it. */
const Report = z.strictObject({
  /** The envelope's sender of the message. */
  returnPath: boundedString(254),
  /** `5.1.1`, as RFC 3463 numbers what went wrong. */
  status: boundedString(20),
  /** What the mail server said. */
  diagnostic: boundedString(2_000).default(''),
});

/**
 * `POST /bounces`: a mail provider reports that a message did not arrive, by JSON or by the message that was
 * returned. Both the call and the return path in it have to be signed.
 */
export async function bounceRoutes(
  server: FastifyInstance,
  { bounces, editorial, now, log }: Dependencies,
): Promise<void> {
  if (bounces === undefined) return;
  const { paths, secret } = bounces;
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The bytes themselves are signed.
    scope.addContentTypeParser(
      ['application/json', 'message/rfc822'],
      { parseAs: 'buffer', bodyLimit: anonymousJson.bytes },
      (_request, body, done) => done(null, body),
    );
    scope.post('/bounces', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const body = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
      const at = now?.() ?? new Date();
      if (!isSignedWebhook(secret, request.headers, { body, now: at }))
        throw new ProblemError('signed_out');
      const isMessage = request.headers['content-type']?.startsWith('message/') === true;
      const bounce = isMessage ? readBounce(body, null) : readReport(body);
      const outcome = await settleBounce({ editorial, paths, ...(now && { now }) }, bounce);
      log.info({ part: 'subscriptions', outcome }, 'a bounce was reported');
      return reply.send({ outcome });
    });
  });
}

/** @throws {ProblemError} if it is no report */
function readReport(body: Buffer): ReturnType<typeof readBounce> {
  const report = Report.safeParse(parsed(body));
  if (!report.success) throw new ProblemError('invalid_input');
  const { returnPath, status, diagnostic } = report.data;
  const { tokens } = readBounce(Buffer.alloc(0), returnPath);
  return { tokens, kind: bounceKindOf([{ action: 'failed', status, diagnostic }]) };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}
