import type { PublicFindingState } from '../findings/finding-view.ts';
import { edtfBounds } from '../text/edtf.ts';
import type { Id, Instant } from '../values.ts';

type Held = { id: Id; asOf: string | null; publishedAt: Instant };

/**
 * Findings in order of when the position was held, earliest first. A date is placed where it
 * begins, the vaguer of two that begin together first; where no date is known, the day of
 * publication is the latest it can have been held.
 */
export function inOrderHeld<F extends Held>(findings: readonly F[]): F[] {
  const keyed = findings.map((finding) => ({ finding, ...period(finding) }));
  return keyed
    .sort(
      (a, b) =>
        compare(a.from, b.from) ||
        compare(b.to, a.to) ||
        compare(a.finding.publishedAt, b.finding.publishedAt) ||
        compare(a.finding.id, b.finding.id),
    )
    .map(({ finding }) => finding);
}

function period({ asOf, publishedAt }: Held): { from: Instant; to: Instant } {
  const bounds = asOf === null ? null : edtfBounds(asOf);
  const from = bounds?.from ?? bounds?.to ?? publishedAt;
  return { from, to: bounds?.to ?? publishedAt };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The position of one actor on one issue: their published findings in order of when held, with
 * those they have since moved away from. Findings withdrawn, or replaced because we had them wrong,
 * are no part of it: the correction of a mistake must not read as a change of mind.
 */
export function positionOf<F extends Held & { state: PublicFindingState }>(
  findings: readonly F[],
): F[] {
  return inOrderHeld(findings.filter(wasHeld));
}

/** Whether a finding is a position that is or was held: not if the journal corrected it. */
export const wasHeld = ({ state }: { state: PublicFindingState }): boolean => held[state];

const held: Readonly<Record<PublicFindingState, boolean>> = {
  published: true,
  superseded: true,
  corrected: false,
  withdrawn: false,
};
