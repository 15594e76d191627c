import { z } from 'zod';
import { Id, Instant, line } from '../values.ts';

/**
 * One person's statement, confirmed by a second, that an apparent leak is none. `not_a_mention`
 * answers an alarm about a protected string: the words found in one place mean something else.
 * `no_participants` says that a source has no participants to enter.
 *
 * It counts once confirmed, only for the protected string, place and words it was given for, and
 * lapses when one of them changes. Protected itself: it contains what is searched for.
 */
export const Clearance = z.strictObject({
  id: Id,
  kind: z.enum(['not_a_mention', 'no_participants']),
  sourceId: Id,
  participantId: Id.nullable(),
  /** The protected string as it was; empty for `no_participants`. */
  protectedText: z.string().max(2000),
  /** The article, or null if the place is an entry's or the journal's. */
  articleId: Id.nullable(),
  /** The place, as reasons name it: "body", "findings.<id>.proposition"; empty for `no_participants`. */
  place: z.string().max(200),
  /** The words found with those around them, folded; empty for `no_participants`. */
  words: z.string().max(2000),
  why: line(500),
  recordedBy: Id,
  recordedAt: Instant,
  confirmedBy: Id.nullable(),
  confirmedAt: Instant.nullable(),
});
export type Clearance = z.infer<typeof Clearance>;

/** The fields of an alarm that a clearance has to agree with. */
export type ClearedMention = Pick<
  Clearance,
  'sourceId' | 'participantId' | 'protectedText' | 'articleId' | 'place' | 'words'
>;

/** Whether a confirmed clearance was given for exactly this mention. */
export function isCleared(clearances: readonly Clearance[], mention: ClearedMention): boolean {
  return clearances.some(
    (each) =>
      each.kind === 'not_a_mention' &&
      each.confirmedAt !== null &&
      each.sourceId === mention.sourceId &&
      each.participantId === mention.participantId &&
      each.protectedText === mention.protectedText &&
      each.articleId === mention.articleId &&
      each.place === mention.place &&
      each.words === mention.words,
  );
}

/** Whether two people said that a source has no participants to enter. */
export function isWithoutParticipants(clearances: readonly Clearance[], sourceId: Id): boolean {
  return clearances.some(
    (each) =>
      each.kind === 'no_participants' && each.confirmedAt !== null && each.sourceId === sourceId,
  );
}
