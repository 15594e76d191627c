import { problemOf } from './problem.ts';

/** Problems that may be over soon. */
const passing: ReadonlySet<string> = new Set([
  'unreachable',
  'timed_out',
  'too_slow',
  'too_many_requests',
  'unavailable',
]);

/** Milliseconds before the first retry; doubled before each further one. */
const firstDelay = 250;
/** Longest wait that the API may request; beyond it the call fails. */
const maxDelay = 30_000;

/**
 * Milliseconds to wait before a query is retried; null if a retry cannot help.
 * @param tries how many times it was sent
 * @param random from 0 to 1: programs that failed together do not retry together
 */
export function retryDelay(error: unknown, tries: number, random = Math.random()): number | null {
  const problem = problemOf(error);
  if (problem === null || !passing.has(problem.code)) return null;
  const backoff = firstDelay * 2 ** (tries - 1) * (0.5 + random);
  const [requested = 0] = problem.reasons.flatMap(({ details }) =>
    typeof details.seconds === 'number' ? [details.seconds * 1000] : [],
  );
  return requested > maxDelay ? null : requested + backoff;
}
