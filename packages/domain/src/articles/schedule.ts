import { type Decision, decide, type Reason, reason } from '../refusal.ts';
import type { Instant } from '../values.ts';

export type Schedule = { publishAt: Instant | null; embargoUntil: Instant | null };

/** The instant from which readers may see what is published; null if none was set. */
export function visibleFrom({ publishAt, embargoUntil }: Schedule): Instant | null {
  if (publishAt === null || embargoUntil === null) return publishAt ?? embargoUntil;
  return publishAt > embargoUntil ? publishAt : embargoUntil;
}

/**
 * Whether readers may see it: if and only if it is published and neither its time nor the end of
 * an embargo is still to come. `schedule` is that of the published version, not of a next one.
 */
export function isVisible(
  { published, ...schedule }: { published: boolean } & Schedule,
  now: Instant,
): boolean {
  const from = visibleFrom(schedule);
  return published && (from === null || from <= now);
}

/** Whether a schedule can be set now; otherwise every reason why not. */
export function checkSchedule({ publishAt, embargoUntil }: Schedule, now: Instant): Decision {
  const reasons: Reason[] = [];
  if (publishAt === null) {
    reasons.push(reason('publish_at_missing', 'Say when it is to be published.', 'publishAt'));
  } else if (publishAt <= now) {
    reasons.push(
      reason(
        'publish_at_past',
        'That time has passed. Choose a later one, or publish now.',
        'publishAt',
      ),
    );
  }
  return decide([...reasons, ...embargoReasons(embargoUntil, now)]);
}

/** Whether an embargo can be set now, whatever the time of publication; null lifts it. */
export function checkEmbargo(embargoUntil: Instant | null, now: Instant): Decision {
  return decide(embargoReasons(embargoUntil, now));
}

function embargoReasons(embargoUntil: Instant | null, now: Instant): Reason[] {
  if (embargoUntil === null || embargoUntil > now) return [];
  return [reason('embargo_past', 'That embargo has ended already.', 'embargoUntil')];
}
