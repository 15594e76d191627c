import type { z } from 'zod';

/** A value that JSON can carry. */
type JsonValue = z.core.util.JSONType;

/**
 * One reason why something is refused. `code` is stable and meant for programs, `message` says in
 * a sentence what is wrong and what to do, `at` names the field or thing to fix (a dotted path
 * such as `findings.0190….quote`), and `details` carries the values a screen needs.
 */
export type Reason = {
  code: string;
  message: string;
  at: string | null;
  details: Record<string, JsonValue>;
};

/** A refusal is data with every reason, never an exception carrying one sentence. */
export type Refusal = { ok: false; reasons: Reason[] };
export type Allowed = { ok: true };
export type Decision = Allowed | Refusal;

export const allowed: Allowed = { ok: true };

/** Builds one reason; `at` and `details` may be left out. */
export function reason(
  code: string,
  message: string,
  at: string | null = null,
  details: Reason['details'] = {},
): Reason {
  return { code, message, at, details };
}

/** Turns a list of reasons into a decision: allowed when there is none. */
export function decide(reasons: Reason[]): Decision {
  return reasons.length === 0 ? allowed : { ok: false, reasons };
}
