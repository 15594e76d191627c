import { TRPCClientError } from '@trpc/client';
import {
  type Problem as ApiProblem,
  isProblem,
  type ProblemCode,
} from '@viewpoints/domain/problem';

/**
 * What went wrong, as data: a code that stays the same, every reason, and what to do next.
 * `requestId` is what to quote when reporting it; null where the API was not reached.
 */
export type Problem = Omit<ApiProblem, 'code' | 'status'> & { code: ProblemCode | 'unreachable' };

export type Attempted<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/**
 * Waits for a call and gives its problem as data instead of throwing:
 * `const found = await attempt(viewpoints.articles.bySlug.query({ slug }))`.
 * What is no problem of a call (a mistake in the program) is thrown on.
 */
export async function attempt<Value>(call: Promise<Value>): Promise<Attempted<Value>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return { ok: false, problem };
  }
}

/** The problem that a call threw; null for any other error. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof TRPCClientError)) return null;
  const carried: unknown = error.data?.problem;
  return isProblem(carried) ? carried : unreachable;
}

/** No answer, or one that did not come from the API. */
const unreachable: Problem = {
  code: 'unreachable',
  title: 'The journal could not be reached',
  reasons: [],
  next: 'Check the address and the connection, then try again.',
  requestId: null,
};
