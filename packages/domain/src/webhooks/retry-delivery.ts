import type { PauseReason } from './webhook.ts';

const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** How long to wait after the first, second, … failure of an entry, in milliseconds. */
const waits = [
  ...[5 * second, 5 * minute, 30 * minute, 2 * hour],
  ...[5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour],
];

/** How long an entry is tried, in milliseconds: three days. */
export const tryingFor = 72 * hour;

/** The longest that a receiver may ask for by Retry-After, in milliseconds. */
const maxRetryAfter = 24 * hour;

/** Waits differ by up to a fifth, so that what failed together is not tried again together. */
const spread = 0.2;

/** What is known of the failures of the entry that is being tried. */
export type Failing = { since: Date | null; failures: number };

/** What came of an attempt, as far as the next one depends on it. */
export type FailedAttempt = {
  /** Null where there was no answer. */
  status: number | null;
  /** The header of the answer, as it came. */
  retryAfter: string | null;
};

/** When to try again, or why to pause. */
export type AfterFailure = {
  since: Date;
  failures: number;
  retryAt: Date | null;
  pause: Exclude<PauseReason, 'by_hand' | 'restored'> | null;
};

/**
 * What follows from a failed attempt: another after a wait that grows, the last of them three days after
 * the first failure, and then a pause. A receiver that answers 410 wants nothing any more.
 */
export function afterFailure(
  { since, failures }: Failing,
  attempt: FailedAttempt,
  { now, random }: { now: Date; random: number },
): AfterFailure {
  const begun = since ?? now;
  const counted = { since: begun, failures: failures + 1 };
  if (attempt.status === 410) return { ...counted, retryAt: null, pause: 'refused' };
  const last = begun.getTime() + tryingFor;
  if (now.getTime() >= last) return { ...counted, retryAt: null, pause: 'failing' };
  const usual =
    (waits[Math.min(failures, waits.length - 1)] ?? 0) * (1 - spread + 2 * spread * random);
  const requested = Math.min(requestedWait(attempt.retryAfter, now), maxRetryAfter);
  const next = now.getTime() + Math.max(usual, requested);
  return { ...counted, retryAt: new Date(Math.min(next, last)), pause: null };
}

/** How long a Retry-After asks to wait, in milliseconds: seconds, or a time. Zero where it says neither. */
function requestedWait(header: string | null, now: Date): number {
  if (header === null) return 0;
  if (/^\d{1,9}$/.test(header)) return Number(header) * second;
  const until = /^[A-Z][a-z]{2}, /.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(until) ? 0 : Math.max(0, until - now.getTime());
}
