import { TRPCClientError } from '@trpc/client';
import {
  type Problem as ApiProblem,
  isProblem,
  type ProblemCode,
} from '@viewpoints/domain/problem';

/**
 * A failure as data: a stable code, every reason, and what to do next. Quote `requestId` when
 * reporting it; null if the API was not reached.
 */
export type Problem = Omit<ApiProblem, 'code' | 'status'> & {
  code: ProblemCode | 'unreachable' | 'timed_out' | 'cancelled' | 'redirected';
};

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
  if (isProblem(carried)) return carried;
  const { cause } = error;
  if (cause instanceof Redirected) return redirected;
  const problem = cause instanceof Interrupted ? interruptions[cause.code] : unreachable;
  return error.meta?.type === 'mutation' ? { ...problem, next: mayBeDone } : problem;
}

/** Thrown inside the client where a call with a token would go on to another address. */
export class Redirected extends Error {
  constructor() {
    super(redirected.title);
    this.name = 'Redirected';
  }
}

/** Thrown inside the client where a call ends before its answer: it took too long, or its signal was aborted. */
export class Interrupted extends Error {
  readonly code: 'timed_out' | 'cancelled';

  constructor(code: Interrupted['code'], options: ErrorOptions) {
    super(interruptions[code].title, options);
    this.name = 'Interrupted';
    this.code = code;
  }
}

const interruptions = {
  timed_out: {
    code: 'timed_out',
    title: 'The journal took too long to answer',
    reasons: [],
    next: 'Try again, or allow more time.',
    requestId: null,
  },
  cancelled: {
    code: 'cancelled',
    title: 'The call was cancelled',
    reasons: [],
    next: 'Call again if the answer is still needed.',
    requestId: null,
  },
} as const satisfies Record<string, Problem>;

/** Advice after a call that writes: the API may complete it after the client gave up. */
const mayBeDone = 'It may have been done. Read what is there before you call again.';

const redirected: Problem = {
  code: 'redirected',
  title: 'The address redirects to another',
  reasons: [],
  next: 'Give the address that the API has now. Calls with a token follow no redirect.',
  requestId: null,
};

/** No answer, or one that did not come from the API. */
const unreachable: Problem = {
  code: 'unreachable',
  title: 'The journal could not be reached',
  reasons: [],
  next: 'Check the address and the connection, then try again.',
  requestId: null,
};
