import { type QuoteAnswer, ShownQuoteCheck } from '@viewpoints/domain/findings/quote-check';
import { type ApiSource, callApi } from '../http/call-api.ts';

/** Milliseconds in which the API has to answer. */
const timeout = 15_000;

/**
 * The content of a link; null if it shows nothing.
 * @throws if the API cannot be reached or fails
 */
export async function fetchQuoteCheck(
  source: ApiSource,
  token: string,
): Promise<ShownQuoteCheck | null> {
  const answer = await callApi(source, '/internal/quote-check', { token }, timeout);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`The API answered ${answer.status}.`);
  return ShownQuoteCheck.parse(await answer.json());
}

async function isTooMany(answer: Response): Promise<boolean> {
  const problem = (await answer.json().catch(() => null)) as {
    reasons?: { code: string }[];
  } | null;
  return problem?.reasons?.some(({ code }) => code === 'too_many_answers') ?? false;
}

/**
 * Submits an answer: whether it was stored, the link no longer exists, or it takes no more answers.
 * @throws if the API cannot be reached or fails
 */
export async function sendQuoteAnswer(
  source: ApiSource,
  call: { token: string; answer: QuoteAnswer },
): Promise<'kept' | 'over' | 'too_many'> {
  const answer = await callApi(source, '/internal/quote-check/answer', call, timeout);
  if (answer.ok) return 'kept';
  if (answer.status === 404) return 'over';
  if (await isTooMany(answer)) return 'too_many';
  throw new Error(`The API answered ${answer.status}.`);
}
