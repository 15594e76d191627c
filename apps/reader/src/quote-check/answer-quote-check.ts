import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  QuoteAnswer,
  QuoteCheckToken,
  type ShownQuoteCheck,
} from '@viewpoints/domain/findings/quote-check';
import type { Logger } from 'pino';
import type { ApiSource } from '../http/call-api.ts';
import { plainPageHeaders } from '../http/plain-page.ts';
import { readForm } from '../http/read-form.ts';
import { fetchQuoteCheck, sendQuoteAnswer } from './call-quote-check.ts';
import * as pages from './quote-check-page.ts';

export type QuoteChecks = {
  source: ApiSource;
  /** The public name of the journal. */
  journal: () => Promise<{ name: string }>;
  /** Whether this request is one too many of its network, which is remembered for a minute. */
  isTooMany: (request: IncomingMessage) => boolean;
  log: Pick<Logger, 'error'>;
};

/** As much as an answer takes where each character is written as nine. */
const maxBytes = 16_000;

type Answer = readonly [status: number, page: string];

/** Whether a request is for a quote check. */
export const isQuoteCheck = (method: string | undefined, path: string): boolean =>
  (method === 'GET' || method === 'HEAD' || method === 'POST') &&
  (path === pages.quoteCheckPath || path.startsWith(`${pages.quoteCheckPath}/`));

/**
 * Serves those who have the link of a quote check. The link opens a page without words; the passage
 * and the answer are requested by forms, so that the secret is in no address but the link's. It is
 * in no log, and nothing about the visitor is stored or passed on.
 */
export async function answerQuoteCheck(
  request: IncomingMessage,
  response: ServerResponse,
  checks: QuoteChecks,
): Promise<void> {
  for (const [name, value] of plainPageHeaders) response.setHeader(name, value);
  const [status, page] = await pageFor(request, checks).catch((err: unknown): Answer => {
    checks.log.error({ err }, 'could not answer a quote check');
    return [503, pages.failedPage];
  });
  const body = Buffer.from(page);
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function pageFor(request: IncomingMessage, checks: QuoteChecks): Promise<Answer> {
  if (request.method === 'POST') return answerForm(request, checks);
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const token = QuoteCheckToken.safeParse(path.slice(pages.quoteCheckPath.length + 1));
  if (!token.success) return [410, pages.overPage];
  return [200, pages.coverPage(token.data)];
}

async function answerForm(request: IncomingMessage, checks: QuoteChecks): Promise<Answer> {
  if (checks.isTooMany(request)) return [429, pages.busyPage];
  const fields = await readForm(request, maxBytes);
  const token = QuoteCheckToken.safeParse(fields?.get('token'));
  if (fields === null || !token.success) return [410, pages.overPage];
  const kind = fields.get('kind');
  // A form sends its lines with carriage returns.
  const said = (fields.get('said') ?? '').replaceAll('\r\n', '\n');
  if (kind === null) return show(checks, token.data);
  const answer = QuoteAnswer.safeParse({ kind, said });
  if (!answer.success)
    return show(checks, token.data, {
      ...{ kind, said },
      problem:
        said === ''
          ? 'Write the wording that you propose.'
          : 'Choose an answer, and keep it shorter.',
    });
  const sent = await sendQuoteAnswer(checks.source, { token: token.data, answer: answer.data });
  if (sent === 'kept') return [200, pages.sentPage(token.data)];
  return sent === 'over' ? [410, pages.overPage] : [429, pages.tooManyPage];
}

async function show(
  { source, journal }: QuoteChecks,
  token: string,
  given: Parameters<typeof pages.passagePage>[3] = null,
): Promise<Answer> {
  const shown: ShownQuoteCheck | null = await fetchQuoteCheck(source, token);
  if (shown === null) return [410, pages.overPage];
  const page = pages.passagePage((await journal()).name, token, shown, given);
  return [given === null ? 200 : 400, page];
}
