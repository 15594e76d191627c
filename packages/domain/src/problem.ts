import type { Reason } from './refusal.ts';

/** Every kind of problem a caller can meet: its HTTP status, what it says and what to do next. */
export const problems = {
  invalid_input: [
    400,
    'Some of what was sent cannot be used',
    'Correct what the reasons name and send it again.',
  ],
  unknown_field: [
    422,
    'There is no such field here',
    'Leave out what the reasons name, or correct its name, and send it again.',
  ],
  signed_out: [401, 'You are not signed in', 'Sign in and try again.'],
  not_permitted: [403, 'You may not do this', 'Ask somebody with the role it needs.'],
  authentication_required: [403, 'Confirm your identity', 'Do so, then try again.'],
  foreign_origin: [
    403,
    'This request came from another site',
    'Send it from the admin, or use an access token.',
  ],
  not_found: [404, 'There is nothing here', 'Check the address or the identifier.'],
  method_not_allowed: [
    405,
    'This address does not take that method',
    'See the documentation of the address.',
  ],
  stale: [
    409,
    'Somebody has changed this since you opened it',
    'Look at what changed, then save again.',
  ],
  already_exists: [409, 'This exists already', 'Use what exists, or choose another value.'],
  in_use: [409, 'This is still in use', 'Remove what uses it first.'],
  call_running: [
    409,
    'The same call is still running',
    'Wait as long as the answer says, then send it again with the same key.',
  ],
  key_reused: [
    422,
    'This key belongs to another call',
    'Use a new Idempotency-Key for each call, and the same one only to repeat a call unchanged.',
  ],
  link_expired: [404, 'This link can no longer be used', 'Ask for a new link.'],
  too_slow: [408, 'The request took too long to arrive', 'Send it again.'],
  url_too_long: [414, 'This address is too long', 'Send a shorter address.'],
  headers_too_large: [
    431,
    'The address and headers of this request are too long',
    'Send a shorter address, or fewer cookies.',
  ],
  too_large: [413, 'This is larger than is accepted', 'Send something smaller.'],
  unsupported_type: [
    415,
    'This type of content is not accepted',
    'Send one of the accepted types.',
  ],
  refused: [422, 'This cannot be done yet', 'Correct what the reasons name and try again.'],
  too_many_requests: [429, 'Too many tries in a short time', 'Wait a little and try again.'],
  unexpected: [
    500,
    'Something went wrong on our side',
    'Try again; if it stays, report the request id.',
  ],
  unavailable: [503, 'The service cannot be reached at the moment', 'Try again in a moment.'],
} as const satisfies Record<string, readonly [status: number, title: string, next: string]>;

export type ProblemCode = keyof typeof problems;

/**
 * The API's error response: RFC 9457's title and status with a stable code and every reason. The
 * typed client and the admin derive their types from this one; it is plain, not a zod schema, so
 * that a program with the client loads no zod.
 */
export type Problem = {
  code: ProblemCode;
  status: number;
  title: string;
  reasons: Reason[];
  /** The next step for the user, in a sentence. */
  next: string;
  requestId: string | null;
};

/** The problem of a code with its words, as it is sent. */
export function describeProblem(
  code: ProblemCode,
  reasons: Reason[],
  requestId: string | null,
): Problem {
  const [status, title, next] = problems[code];
  return { code, status, title, reasons, next, requestId };
}

/** Whether something received is a problem, by the members that callers go by. */
export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'title' in value &&
    typeof value.title === 'string' &&
    'reasons' in value &&
    Array.isArray(value.reasons)
  );
}
