import type { Attribution } from '../findings/finding.ts';
import type { Source } from '../sources/source.ts';
import type { Id } from '../values.ts';
import { AttributionTerms, type Disclosure, type Waiver } from './terms.ts';

export type EffectiveTerms = {
  attribution: AttributionTerms;
  disclosure: Disclosure;
  /** Who may be named: the source itself, one participant by their own waiver, or nobody. */
  names: 'source' | 'participant' | 'nobody';
};

/**
 * The terms that hold: the narrower of the source's and the finding's own, widened by waivers that
 * a second person has signed off. Null if neither says anything.
 *
 * A waiver of `identity` lets the source be named, or, granted by one participant, that participant
 * where the finding rests on their word. A waiver of `statements` lifts the limit on disclosure.
 * None opens what was said off the record: that takes a new conversation, recorded as its own
 * source. Terms that an editor set on the finding itself are never widened by a waiver, except by
 * the participant's own.
 */
export function effectiveTerms(
  attribution: Pick<Attribution, 'terms' | 'participantId'>,
  source: Pick<Source, 'id' | 'terms'> | null,
  waivers: readonly Waiver[],
): EffectiveTerms | null {
  const stated = narrower(source?.terms.attribution ?? null, attribution.terms);
  if (stated === null) return null;
  const granted = waivers.filter((waiver) => source !== null && counts(waiver, source.id));
  const { participantId } = attribution;
  const has = (covers: Waiver['covers'], participant: Id | null) =>
    granted.some((waiver) => waiver.covers === covers && waiver.participantId === participant);
  const bySource = (covers: Waiver['covers']) => has(covers, null);
  const byParticipant = (covers: Waiver['covers']) =>
    participantId !== null && has(covers, participantId);

  const isOpened = bySource('statements') || byParticipant('statements');
  const disclosure = isOpened ? 'clear' : (source?.terms.disclosure ?? 'clear');

  if (stated === 'off_record') return { attribution: stated, disclosure, names: 'nobody' };
  if (stated === 'on_record') return { attribution: stated, disclosure, names: 'source' };
  if (byParticipant('identity')) {
    return { attribution: 'on_record', disclosure, names: 'participant' };
  }
  if (bySource('identity')) {
    const left = attribution.terms ?? 'on_record';
    return { attribution: left, disclosure, names: left === 'on_record' ? 'source' : 'nobody' };
  }
  return { attribution: stated, disclosure, names: 'nobody' };
}

/** Whether a waiver has been signed off and is for this source. */
export function counts(waiver: Waiver, sourceId: Id): boolean {
  return waiver.sourceId === sourceId && waiver.signedOffBy !== null && waiver.signedOffAt !== null;
}

/** The more closed of two terms; where only one is given, that one. */
function narrower(a: AttributionTerms | null, b: AttributionTerms | null): AttributionTerms | null {
  return AttributionTerms.options.findLast((terms) => terms === a || terms === b) ?? null;
}
