import { z } from 'zod';
import { AttributionTerms, Descriptor } from '../attribution/terms.ts';
import { type Decision, decide, reason } from '../refusal.ts';
import { stableJson } from '../text/stable-json.ts';
import { Day, Id } from '../values.ts';
import { type FindingContent, Holder, verifiedContentOf } from './finding.ts';

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

/** The values that a change of many findings sets in one of them, with the participant of its source. */
export const ChangedValues = z
  .strictObject({ ...FindingsChange.shape, participantId: Id.nullable() })
  .partial();
export type ChangedValues = z.infer<typeof ChangedValues>;

/** For Undo of one finding: the values to restore (`to`), and those that the change left (`from`). */
export const FindingUndo = z.strictObject({ from: ChangedValues, to: ChangedValues });
export type FindingUndo = z.infer<typeof FindingUndo>;

/** What a finding says in the fields that a change sets. */
export function changedValuesOf(
  { attribution, holders, issueIds, reviewBy }: FindingContent,
  change: ChangedValues,
): ChangedValues {
  const { sourceId, terms, descriptor, participantId } = attribution;
  return {
    ...(change.sourceId === undefined ? {} : { sourceId, participantId }),
    ...(change.terms === undefined ? {} : { terms }),
    ...(change.descriptor === undefined ? {} : { descriptor }),
    ...(change.holders === undefined ? {} : { holders }),
    ...(change.issueIds === undefined ? {} : { issueIds }),
    ...(change.reviewBy === undefined ? {} : { reviewBy }),
  };
}

/** What a finding says once a change of it is undone. */
export function withUndo<Content extends FindingContent>(
  content: Content,
  { to: { participantId, ...change } }: FindingUndo,
): Content {
  const undone = withChange(content, change);
  if (participantId === undefined) return undone;
  return { ...undone, attribution: { ...undone.attribution, participantId } };
}

/**
 * Whether a change of a finding can be undone: while its values are as the change left them, and
 * nobody has verified them since. Undo does not end a second person's verification.
 */
export function checkUndo(
  finding: FindingContent & { verifiedAt: string | null },
  undo: FindingUndo,
): Decision {
  const isChanged = stableJson(changedValuesOf(finding, undo.to)) !== stableJson(undo.from);
  const isVerified =
    finding.verifiedAt !== null &&
    stableJson(verifiedContentOf(finding)) !==
      stableJson(verifiedContentOf(withUndo(finding, undo)));
  return decide([
    ...(isChanged ? [reason('changed_since', 'Somebody changed it since.')] : []),
    ...(isVerified ? [reason('verified_since', 'Somebody verified it since.')] : []),
  ]);
}
