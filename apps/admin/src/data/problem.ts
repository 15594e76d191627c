import { type Problem as ApiProblem, isProblem } from '@viewpoints/domain/problem';

/**
 * A problem reported by the API or found by the admin itself: `code` may be one of better-auth or
 * of a form, and there is not always a `next` step.
 */
export type Problem = Pick<ApiProblem, 'title' | 'reasons'> & { code: string; next: string | null };

/** `code` of a problem that never reached the API. */
export const UNREACHABLE = 'unreachable';

const unreachable: Problem = {
  code: UNREACHABLE,
  title: 'The server could not be reached.',
  reasons: [],
  next: 'Check your connection and try again. What you typed is still here.',
};

const unexpected: Problem = {
  code: 'unexpected',
  title: 'Something went wrong.',
  reasons: [],
  next: 'Try again. If it happens again, tell an admin what you were doing.',
};

/**
 * The problem in whatever was thrown: a tRPC error carries it as `data.problem`, a plain HTTP
 * answer as problem+json; a failed fetch means that nothing was reached.
 */
export function problemOf(error: unknown): Problem {
  if (isProblem(error)) return error;
  if (typeof error === 'object' && error !== null) {
    const carried = (error as { data?: { problem?: unknown } | null }).data?.problem;
    if (isProblem(carried)) return carried;
    const cause = (error as { cause?: unknown }).cause;
    if (error instanceof TypeError || cause instanceof TypeError) return unreachable;
    const code = (error as { data?: { code?: unknown } | null }).data?.code;
    if (code === 'UNAUTHORIZED') {
      return {
        code: 'signed_out',
        title: 'You are signed out.',
        reasons: [],
        next: 'Sign in to go on.',
      };
    }
  }
  return unexpected;
}

/** Whether the requested thing does not exist, or may not be known to exist. */
export function isNotFound(error: unknown): boolean {
  return httpStatus(error) === 404 || problemOf(error).code === 'not_found';
}

/** Whether the write named an older save than the one stored. */
export function isStale(error: unknown): boolean {
  const problem = problemOf(error);
  return problem.code === 'stale' || problem.reasons.some((one) => one.code.startsWith('stale'));
}

/**
 * The message for one field, from the reasons that name it (`at` equals or ends in the path) or a
 * line of it (`sameAs.1`); what several lines have in common is said once.
 */
export function reasonFor(error: unknown, path: string): string | null {
  if (!error) return null;
  const found = problemOf(error).reasons.filter(({ at }) =>
    [at, at?.replace(/\.\d+$/, '')].some((one) => one === path || one?.endsWith(`.${path}`)),
  );
  return found.length > 0 ? [...new Set(found.map((one) => one.message))].join(' ') : null;
}

function httpStatus(error: unknown): number | null {
  const status = (error as { data?: { httpStatus?: unknown } | null } | null)?.data?.httpStatus;
  return typeof status === 'number' ? status : null;
}
