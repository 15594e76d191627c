import { z } from 'zod';
import { AttributionTerms, Descriptor } from '../attribution/terms.ts';
import { Day, Id } from '../values.ts';
import { type FindingContent, Holder } from './finding.ts';

/** A change of many findings at once; fields left out stay as each of them has them. */
export const FindingsChange = z
  .strictObject({
    sourceId: Id.nullable(),
    terms: AttributionTerms.nullable(),
    descriptor: Descriptor.nullable(),
    holders: z.array(Holder).max(20),
    issueIds: z.array(Id).max(10),
    reviewBy: Day.nullable(),
  })
  .partial();
export type FindingsChange = z.infer<typeof FindingsChange>;

/**
 * What a finding says after the change. A participant belongs to one source, so a new source clears
 * it.
 */
export function withChange<Content extends FindingContent>(
  content: Content,
  { sourceId, terms, descriptor, holders, issueIds, reviewBy }: FindingsChange,
): Content {
  const { attribution } = content;
  const isOther = sourceId !== undefined && sourceId !== attribution.sourceId;
  return {
    ...content,
    ...(holders === undefined ? {} : { holders }),
    ...(issueIds === undefined ? {} : { issueIds: [...new Set(issueIds)] }),
    ...(reviewBy === undefined ? {} : { reviewBy }),
    attribution: {
      sourceId: sourceId === undefined ? attribution.sourceId : sourceId,
      terms: terms === undefined ? attribution.terms : terms,
      descriptor: descriptor === undefined ? attribution.descriptor : descriptor,
      participantId: isOther ? null : attribution.participantId,
    },
  };
}
