import type { FindingView } from '../findings/finding-view.ts';
import { edtfBounds } from '../text/edtf.ts';
import { normaliseText } from '../text/normalise.ts';
import type { Id } from '../values.ts';
import { inOrderHeld, wasHeld } from './position.ts';
import { shiftBetween } from './shift-between.ts';
import type { Shift } from './shift-kind.ts';

/**
 * How each finding of a position differs from an earlier one, where that is known. It is known where an
 * editor recorded that one replaced the other: two findings on one issue may be about different
 * questions of it, and between those nobody changed their mind. Without such a record only a plain
 * repetition is told, in the same lane and at a time that is certainly later.
 */
export function shiftsOf(findings: readonly FindingView[]): Shift[] {
  const held = inOrderHeld(findings.filter(wasHeld));
  const before = new Map<Id, FindingView>();
  const lastInLane = new Map<string, FindingView>();
  const shifts: Shift[] = [];
  for (const finding of held) {
    if (finding.state === 'superseded' && finding.successor !== null)
      before.set(finding.successor.id, finding);
  }
  for (const finding of held) {
    const replaced = before.get(finding.id);
    const previous = lastInLane.get(finding.register);
    if (replaced !== undefined) shifts.push(changeFrom(replaced, finding));
    else if (previous !== undefined && isRepeated(previous, finding))
      shifts.push({
        ...{ findingId: finding.id, fromId: previous.id },
        ...{ kind: 'reaffirmation', reason: null },
      });
    if (finding.asOf !== null) lastInLane.set(finding.register, finding);
  }
  return shifts;
}

/**
 * What an editor recorded as a change is one, even if only the proposition tells it; which, they may say
 * themselves.
 */
function changeFrom(from: FindingView, finding: FindingView): Shift {
  const ids = { findingId: finding.id, fromId: from.id };
  // A view from before there was this field has none.
  if (finding.shift != null) return { ...ids, ...finding.shift };
  const kind = shiftBetween(from, finding);
  return { ...ids, kind: kind === 'reaffirmation' ? 'change' : kind, reason: null };
}

/** Whether a later finding says the same again: silence on the issue, the same conditions, or the same words. */
function isRepeated(before: FindingView, after: FindingView): boolean {
  if (!isLater(before, after) || shiftBetween(before, after) !== 'reaffirmation') return false;
  return (
    after.stance === 'silent' ||
    after.conditions.length > 0 ||
    folded(before.proposition) === folded(after.proposition)
  );
}

const folded = (text: string): string => normaliseText(text).toLowerCase();

/** Whether one was held certainly later than another: after all of the time that the other may be of. */
function isLater(before: FindingView, after: FindingView): boolean {
  const [then, now] = [before, after].map(({ asOf }) => (asOf === null ? null : edtfBounds(asOf)));
  return then?.to != null && now?.from != null && now.from > then.to;
}
