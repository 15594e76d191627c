import { type Reason, reason } from '../refusal.ts';
import type { Id } from '../values.ts';
import { type Clearance, isCleared } from './clearance.ts';
import { containsNeedle, findMentions } from './find-mentions.ts';
import { foldMention } from './fold-mention.ts';
import { mentionNeedles, type Needle } from './mention-needles.ts';
import type { ProtectedString } from './protected-strings.ts';

/** A text that is looked through, and the place where it is changed. */
export type SearchedText = { text: string; at: string };

/** Occurrences of one protected string told of one place: enough to find and change the rest. */
const MOST_TOLD = 20;

/** Folded characters on each side of a mention that a clearance is tied to. */
const CONTEXT = 60;

type Options = {
  /** The article whose texts these are; null for an entry's or the journal's. */
  articleId: Id | null;
  clearances?: readonly Clearance[];
};

/**
 * A reason for each place where a public text mentions what terms protect and no clearance says that
 * it means something else. Details carry the offsets in that text, the words found and those around
 * them: they are for somebody who may see the source, and for nobody else.
 */
export function mentionReasons(
  texts: readonly SearchedText[],
  strings: readonly ProtectedString[],
  { articleId, clearances = [] }: Options,
): Reason[] {
  if (strings.length === 0) return [];
  const folded = texts.map(({ text }) => foldMention(text));
  return strings.flatMap((found) => {
    const needles = mentionNeedles(found);
    // A string stands in a text and in the texts that this one is part of: each place is told once.
    const told = new Set<string>();
    return texts.flatMap(({ text, at }, index) => {
      const hit = needles.filter((needle) => containsNeedle(folded[index] ?? '', needle));
      if (hit.length === 0 || told.has(at)) return [];
      const reasons = reasonsInText({ text, at }, found, hit, { articleId, clearances });
      if (reasons.length > 0) told.add(at);
      return reasons;
    });
  });
}

function reasonsInText(
  { text, at }: SearchedText,
  found: ProtectedString,
  needles: readonly Needle[],
  { articleId, clearances }: Required<Options>,
): Reason[] {
  return findMentions(text, needles)
    .map((match) => ({ ...match, context: contextOf(text, match) }))
    .filter(
      ({ context }) =>
        !isCleared(clearances, {
          sourceId: found.sourceId,
          participantId: found.participantId,
          protectedText: found.text,
          ...{ articleId, place: placeOf(at), words: context },
        }),
    )
    .slice(0, MOST_TOLD)
    .map(({ needle, start, end, words, context }) => {
      const certain = needle.certainty === 'certain';
      const code = certain ? 'protected_mention' : 'possible_protected_mention';
      return reason(code, certain ? messageFor(found) : POSSIBLE, at, {
        what: found.what,
        sourceId: found.sourceId,
        participantId: found.participantId,
        ...{ start, end, words, context },
      });
    });
}

/** A text that an earlier version keeps is cleared as the same place of the article was. */
const placeOf = (at: string): string => at.replace(/^versions\.\d+\.(?!note$)/, '');

function contextOf(text: string, { start, end }: { start: number; end: number }): string {
  const before = foldMention(text.slice(0, start)).slice(-CONTEXT);
  const after = foldMention(text.slice(end)).slice(0, CONTEXT);
  return `${before} [${foldMention(text.slice(start, end))}] ${after}`.trim();
}

const POSSIBLE =
  'Part of a name that terms protect stands here. Take it out, or say why it is somebody else and have a second person confirm it.';

function messageFor({ what }: ProtectedString): string {
  switch (what) {
    case 'name':
      return 'The name of somebody whom terms protect stands here. Take it out, or record a waiver.';
    case 'affiliation':
      return 'The affiliation of somebody whom terms protect stands here. Take it out, or record a waiver.';
    default:
      return 'This tells which source an unnamed one is. Take it out, or record a waiver.';
  }
}
