import { type FoldedText, foldMention, foldMentionWithOffsets } from './fold-mention.ts';
import type { Needle } from './mention-needles.ts';
import { PARTICLES } from './mentions/name-data.ts';

/** A needle that was found, and where: UTF-16 offsets in the original text, and the words there. */
export type Match<N extends Needle = Needle> = {
  needle: N;
  start: number;
  end: number;
  words: string;
};

/**
 * Whether a needle occurs in a folded text. In SQL over stored folded texts, which ask no more than
 * this:
 *
 *     words:   position(' ' || needle || ' ' in ' ' || folded || ' ') > 0
 *     letters: position(needle in replace(folded, ' ', '')) > 0
 *
 * A `capitalised` needle that occurs is found only if `findMentions` finds it in the original too.
 */
export function containsNeedle(folded: string, { text, within }: Needle): boolean {
  return within === 'words'
    ? ` ${folded} `.includes(` ${text} `)
    : folded.replaceAll(' ', '').includes(text);
}

/** Needles in the order in which they are looked for. */
export type PreparedNeedles<N extends Needle = Needle> = {
  /** Those of whole words, by their first. */
  words: ReadonlyMap<string, N[]>;
  letters: readonly N[];
  ownerOf: (needle: N) => unknown;
};

/**
 * Prepares needles for `findMentions`, so that it is done once for many texts.
 * @param ownerOf what a needle belongs to, where those of several strings are looked for at once
 */
export function prepareNeedles<N extends Needle>(
  needles: readonly N[],
  ownerOf: (needle: N) => unknown = () => null,
): PreparedNeedles<N> {
  return {
    ownerOf,
    words: Map.groupBy(
      needles.filter(({ within }) => within === 'words'),
      ({ text }) => text.split(' ', 1)[0] ?? '',
    ),
    letters: needles.filter(({ within }) => within === 'letters'),
  };
}

/**
 * Every needle that occurs in a text, in the order of the text; of several of one owner that find the
 * same words or words within them, the most certain. `capitalised` ones are left out where a word
 * begins with a small letter, unless the words are a whole part of an address or a handle
 * ("/people/young", "young@", "#young"), where nobody writes capitals.
 */
export function findMentions<N extends Needle>(
  text: string,
  needles: readonly N[] | PreparedNeedles<N>,
): Match<N>[] {
  const { words, letters, ownerOf } = 'words' in needles ? needles : prepareNeedles(needles);
  const plain = foldMention(text);
  const occurrences = [...wordsIn(plain, words), ...lettersIn(plain, letters)];
  if (occurrences.length === 0) return [];
  const folded = foldMentionWithOffsets(text);
  const matches = occurrences.flatMap(({ needle, from, to }) => {
    const match = matchAt(text, folded, needle, from, to);
    const isMeant =
      !needle.capitalised || isCapitalised(text, folded, from, to) || isPart(match, text);
    return isMeant ? [match] : [];
  });
  const byOwner = Map.groupBy(matches, ({ needle }) => ownerOf(needle));
  return Array.from(byOwner.values())
    .flatMap(outermost)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

type Occurrence<N> = { needle: N; from: number; to: number };

function wordsIn<N extends Needle>(
  folded: string,
  needles: ReadonlyMap<string, N[]>,
): Occurrence<N>[] {
  const occurrences: Occurrence<N>[] = [];
  if (needles.size === 0) return occurrences;
  for (let from = 0; from < folded.length; ) {
    const end = wordEnd(folded, from);
    for (const needle of needles.get(folded.slice(from, end)) ?? []) {
      const to = from + needle.text.length;
      if (folded.startsWith(needle.text, from) && (to === folded.length || folded[to] === ' ')) {
        occurrences.push({ needle, from, to });
      }
    }
    from = end + 1;
  }
  return occurrences;
}

function lettersIn<N extends Needle>(folded: string, needles: readonly N[]): Occurrence<N>[] {
  if (needles.length === 0) return [];
  const letters = folded.replaceAll(' ', '');
  const found = needles.flatMap((needle) => {
    const at: { needle: N; index: number }[] = [];
    let index = letters.indexOf(needle.text);
    for (; index >= 0; index = letters.indexOf(needle.text, index + 1)) at.push({ needle, index });
    return at;
  });
  if (found.length === 0) return [];
  const positions = Array.from(folded, (_, at) => at).filter((at) => folded[at] !== ' ');
  return found.map(({ needle, index }) => ({
    needle,
    from: positions[index] ?? 0,
    to: (positions[index + needle.text.length - 1] ?? 0) + 1,
  }));
}

function matchAt<N extends Needle>(
  text: string,
  { starts, ends }: FoldedText,
  needle: N,
  from: number,
  to: number,
): Match<N> {
  const start = Math.min(...starts.subarray(from, to));
  const end = Math.max(...ends.subarray(from, to));
  return { needle, start, end, words: text.slice(start, end) };
}

/**
 * Whether each word does, but particles, and what follows an apostrophe. A name that is nothing but
 * a particle ("Ten") has a capital like any other.
 */
function isCapitalised(text: string, folded: FoldedText, from: number, to: number): boolean {
  const words = folded.text.slice(from, to).split(' ');
  const isOnlyParticles = words.every((word) => PARTICLES.has(word));
  let at = from;
  return words.every((word, index) => {
    const start = at;
    at += word.length + 1;
    if (folded.small[start] !== 1) return true;
    if (index > 0 && APOSTROPHE.test(text[(folded.starts[start] ?? 0) - 1] ?? '')) return true;
    // A single letter that comes first is an initial.
    const isInitial = index === 0 && word.length === 1;
    return PARTICLES.has(word) && !isOnlyParticles && !isInitial;
  });
}

const wordEnd = (folded: string, from: number): number => {
  const space = folded.indexOf(' ', from);
  return space < 0 ? folded.length : space;
};

const APOSTROPHE = /['’‘`´ʹʼʻʾʿʽ′]/;
const EDGE = /^[\s/@#=&?._:~+()[\]<>"']?$/;
const EDGE_OF_ADDRESS = /^[/@#=_]$/;

/** Whether words are all that stands between two marks of an address. */
function isPart({ start, end }: Match, text: string): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  return (
    EDGE.test(before) &&
    EDGE.test(after) &&
    (EDGE_OF_ADDRESS.test(before) || EDGE_OF_ADDRESS.test(after))
  );
}

/** Leaves out what lies within a match that is as certain. */
function outermost<N extends Needle>(matches: readonly Match<N>[]): Match<N>[] {
  const inOrder = matches.toSorted(
    (a, b) =>
      a.start - b.start || b.end - a.end || (a.needle.certainty < b.needle.certainty ? -1 : 1),
  );
  let endOfCertain = -1;
  let endOfAny = -1;
  return inOrder.filter(({ end, needle }) => {
    const isCertain = needle.certainty === 'certain';
    const isWithin = end <= (isCertain ? endOfCertain : endOfAny);
    endOfAny = Math.max(endOfAny, end);
    if (isCertain) endOfCertain = Math.max(endOfCertain, end);
    return !isWithin;
  });
}
