import { ProblemError } from '@viewpoints/api/problem';
import { answerQuoteCheck } from '@viewpoints/api/quote-checks/answer-quote-check';
import { AnswerQuoteCheck, ShowQuoteCheck } from '@viewpoints/api/quote-checks/quote-check-inputs';
import { showQuoteCheck } from '@viewpoints/api/quote-checks/show-quote-check';
import type { FastifyInstance } from 'fastify';
import type { Dependencies } from './dependencies.ts';
import { readSiteCall } from './site-calls.ts';

/** Calls of the reading site for a source that opened the link of a quote check. */
export function quoteCheckRoutes(server: FastifyInstance, parts: Dependencies): void {
  const { editorial, instance, now, secret } = parts;
  server.post('/internal/quote-check', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const { token } = readSiteCall(request, ShowQuoteCheck, secret);
    const shown = await showQuoteCheck({ editorial, now }, token);
    if (shown === null) throw new ProblemError('link_expired');
    return reply.send(shown);
  });
  server.post('/internal/quote-check/answer', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const call = readSiteCall(request, AnswerQuoteCheck, secret);
    await answerQuoteCheck({ editorial, instance, now }, call);
    return reply.send({});
  });
}
