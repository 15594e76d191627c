import { type Reason, reason } from '../refusal.ts';
import type { Id } from '../values.ts';
import { type Clearance, isCleared } from './clearance.ts';
import { findMentionsByOwner, type Match, prepareNeedles } from './find-mentions.ts';
import { foldMention } from './fold-mention.ts';
import { mentionNeedles } from './mention-needles.ts';
import type { Needle } from './needle.ts';
import type { ProtectedString } from './protected-string.ts';

/** A text that is looked through, and the place where it is changed. */
export type SearchedText = { text: string; at: string };

/** Maximum occurrences reported of one string in one place: enough to find the rest. */
const MAX_REASONS = 20;

/** Folded characters on each side of a mention that a clearance is tied to. */
const CONTEXT = 60;

/** Characters of the text itself that are folded for them, however long it is. */
const REACH = 16 * CONTEXT;

type Options = {
  /** The article whose texts these are; null for an entry's or the journal's. */
  articleId: Id | null;
  clearances?: readonly Clearance[];
};

type OwnedNeedle = Needle & { of: ProtectedString };

/**
 * A reason for each place where a public text mentions what terms protect, however it is written
 * (`mention-needles.ts`), and no clearance says that it means something else. Details carry the
 * offsets in that text (UTF-16), the words found and those around them: only for those who may see
 * the source.
 */
export function mentionReasons(
  texts: readonly SearchedText[],
  strings: readonly ProtectedString[],
  { articleId, clearances = [] }: Options,
): Reason[] {
  if (strings.length === 0) return [];
  const needles = prepareNeedles(
    strings.flatMap((of) => mentionNeedles(of).map((needle): OwnedNeedle => ({ ...needle, of }))),
    ({ of }) => of,
  );
  const found = new Map(strings.map((string) => [string, new Map<string, Reason[]>()]));
  for (const { text, at } of texts) {
    for (const [string, matches] of findMentionsByOwner(text, needles)) {
      // A string occurs in a text and in the texts that contain it: each place is reported once.
      const places = found.get(string);
      if (places === undefined || places.has(at)) continue;
      const reasons = reasonsInText({ text, at }, string, matches, { articleId, clearances });
      if (reasons.length > 0) places.set(at, reasons);
    }
  }
  return [...found.values()].flatMap((places) => [...places.values()].flat());
}

function reasonsInText(
  { text, at }: SearchedText,
  string: ProtectedString,
  matches: Iterable<Match>,
  { articleId, clearances }: Required<Options>,
): Reason[] {
  const { what, sourceId, participantId } = string;
  const reasons: Reason[] = [];
  for (const match of matches) {
    if (reasons.length === MAX_REASONS) break;
    const context = contextOf(text, match);
    const mention = { sourceId, participantId, protectedText: string.text };
    if (isCleared(clearances, { ...mention, articleId, place: placeOf(at), words: context }))
      continue;
    const { start, end, words } = match;
    const details = { what, sourceId, participantId, start, end, words, context };
    reasons.push(
      match.needle.certainty === 'certain'
        ? reason('protected_mention', MENTIONED[what], at, details)
        : reason('possible_protected_mention', POSSIBLY_MENTIONED[what], at, details),
    );
  }
  return reasons;
}

/** A text of an earlier version is cleared with the same place of the article. */
const placeOf = (at: string): string => at.replace(/^versions\.\d+\.(?!note$)/, '');

function contextOf(text: string, { start, end }: { start: number; end: number }): string {
  const before = foldMention(text.slice(Math.max(0, start - REACH), start)).slice(-CONTEXT);
  const after = foldMention(text.slice(end, end + REACH)).slice(0, CONTEXT);
  return `${before} [${foldMention(text.slice(start, end))}] ${after}`.trim();
}

const TELLS_SOURCE = 'This reveals an unnamed source. Take it out, or record a waiver.';
const MAY_TELL_SOURCE =
  'This may reveal an unnamed source. Take it out, or have two people confirm that it is about something else.';

const MENTIONED: Record<ProtectedString['what'], string> = {
  name: 'The name of somebody whom terms protect appears here. Take it out, or record a waiver.',
  affiliation:
    'The affiliation of somebody whom terms protect appears here. Take it out, or record a waiver.',
  title: TELLS_SOURCE,
  author: TELLS_SOURCE,
  address: TELLS_SOURCE,
  publisher: TELLS_SOURCE,
  slug: TELLS_SOURCE,
  granter: 'The name of somebody who granted a waiver appears here. Take it out.',
};

const POSSIBLY_MENTIONED: Record<ProtectedString['what'], string> = {
  name: 'A part of the name of somebody whom terms protect appears here. Take it out, or have two people confirm that it is somebody else.',
  affiliation:
    'A part of the affiliation of somebody whom terms protect appears here. Take it out, or have two people confirm that it is another.',
  title: MAY_TELL_SOURCE,
  author: MAY_TELL_SOURCE,
  address: MAY_TELL_SOURCE,
  publisher: MAY_TELL_SOURCE,
  slug: MAY_TELL_SOURCE,
  granter:
    'A part of the name of somebody who granted a waiver appears here. Take it out, or have two people confirm that it is somebody else.',
};
