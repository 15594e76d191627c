import { z } from 'zod';
import type { SearchedText } from '../attribution/mention-reasons.ts';
import { fieldPicker } from '../content-of.ts';
import { Edtf, edtfBounds, StoredEdtf } from '../text/edtf.ts';
import { textsInSchema } from '../text/schema-texts.ts';
import { Id, Instant, Language, line, text } from '../values.ts';

/**
 * What readers are told: what was searched, and until when or on which day. Everything in it is
 * looked through for protected names, since the walk follows the schema.
 */
export const NullResultWords = z.strictObject({
  /** "Statements of the ministry, June 2031 to May 2032". */
  searched: line(500),
  asOf: Edtf.refine(
    (date) => edtfBounds(date)?.to !== null,
    'say until when it was looked for: an open end says nothing',
  ),
  /** The language of these words. */
  language: Language,
});

/** Of what was searched: what was said in public, in private, or both. */
export const SearchedRegister = z.enum(['public', 'private', 'both']);
export type SearchedRegister = z.infer<typeof SearchedRegister>;

/**
 * What a second person verifies: the journal looked for a position of this actor on this issue and
 * found none.
 */
export const VerifiedNullResult = NullResultWords.extend({
  ...{ actorId: Id, issueId: Id },
  /** Null results of before this was entered are shown for both. */
  register: SearchedRegister.default('both'),
});
export type VerifiedNullResult = z.infer<typeof VerifiedNullResult>;
export const verifiedNullResultOf = fieldPicker(VerifiedNullResult);

/** What editors write. */
export const NullResultContent = VerifiedNullResult.extend({
  /** For the desk only. Protected. */
  note: text(5000).default(''),
});
export type NullResultContent = z.infer<typeof NullResultContent>;
export const nullResultContentOf = fieldPicker(NullResultContent);

/** Of the words as they are at the desk: readers may have earlier ones. */
export const NullResultState = z.enum(['proposed', 'published', 'rejected', 'withdrawn']);
export type NullResultState = z.infer<typeof NullResultState>;

const StoredWords = { asOf: StoredEdtf } as const;

export const NullResult = NullResultContent.extend({
  ...StoredWords,
  id: Id,
  /** Grows with each change; a write names the one it saw. */
  save: z.int().positive(),
  state: NullResultState,
  /** Why it was rejected or withdrawn; empty if it was not. For the desk only. */
  stateReason: z.string(),
  /** Everybody who changed its words since they were last verified. */
  authorIds: z.array(Id),
  proposedBy: Id,
  createdAt: Instant,
  savedAt: Instant,
  /** What readers have; null if they have nothing of it. */
  published: VerifiedNullResult.extend({ ...StoredWords, publishedAt: Instant }).nullable(),
});
export type NullResult = z.infer<typeof NullResult>;

/**
 * Every public text of a null result, with the field where an editor changes it. The place names no id: an
 * alarm about words that were refused can be answered before there is a null result that has them.
 */
export function nullResultTexts(words: z.infer<typeof NullResultWords>): SearchedText[] {
  return textsInSchema(NullResultWords, words).map(({ path, text }) => ({
    ...{ text, at: `nullResult.${path[0]}` },
  }));
}
