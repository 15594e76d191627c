import { type DiffPart, diffWords } from '../text/diff-words.ts';
import { type Token, tokensOf } from '../text/words.ts';
import { quoteFromRange } from './anchor.ts';
import type { Quote } from './finding.ts';

/** A place where a quote may have gone. */
export type Candidate = {
  quote: Quote;
  /** From 0 to 1. It ranks candidates and decides nothing: one word more can invert a position. */
  score: number;
  /** From the words that were quoted to those that are there now. */
  difference: DiffPart[];
};

const MAX_SUGGESTIONS = 3;
/** Many places are alike where a text repeats itself; only so many are looked at closely. */
const MAX_COMPARED = 12;
const LEAST_SCORE = 0.4;
/** Maximum comparisons, in pairs of words; beyond it only the surroundings are searched. */
const MAX_COMPARISONS = 20_000_000;
/** More characters than words take, with the space after them, in nearly all texts. */
const CHARACTERS_OF_WORD = 10;

/**
 * Places in a normalised text that resemble a quote, best first, at most three. It suggests and a
 * person confirms, whatever the score.
 * @param options.comparisons most pairs of words that are compared
 */
export function suggestAnchors(
  text: string,
  quote: Quote,
  { comparisons = MAX_COMPARISONS }: { comparisons?: number } = {},
): Candidate[] {
  const words = tokensOf(quote.exact);
  const place = Math.min(quote.start, text.length);
  const tokens = withinReach(text, place, Math.floor(comparisons / Math.max(1, words.length)));
  const away = ({ first }: Match) => Math.abs((tokens[first]?.start ?? 0) - place);
  const matches = approximateMatches(words, tokens).sort(
    (a, b) => a.edits - b.edits || away(a) - away(b),
  );
  const candidates: Candidate[] = [];
  for (const { first, last, edits } of matches) {
    if (candidates.length === MAX_COMPARED) break;
    const [start, end] = [tokens[first]?.start, tokens[last]?.end];
    if (start === undefined || end === undefined || end - start > 5000) continue;
    if (candidates.some(({ quote: taken }) => start < taken.end && end > taken.start)) continue;
    const found = quoteFromRange(text, start, end);
    const length = Math.max(words.length, last - first + 1);
    const score = 0.9 * (1 - edits / length) + 0.1 * likeness(quote, found);
    if (score < LEAST_SCORE) continue;
    candidates.push({ quote: found, score, difference: diffWords(quote.exact, found.exact) });
  }
  return candidates
    .sort((a, b) => b.score - a.score || distance(a, place) - distance(b, place))
    .slice(0, MAX_SUGGESTIONS);
}

const distance = ({ quote }: Candidate, place: number): number => Math.abs(quote.start - place);

/** At most so many words, those round a place; of a long text, no others are even looked at. */
function withinReach(text: string, place: number, most: number): Token[] {
  const side = Math.ceil(most / 2) * CHARACTERS_OF_WORD;
  const from = Math.max(0, place - side);
  const tokens = tokensOf(text.slice(from, place + side)).map((token) => ({
    ...{ text: token.text, start: token.start + from, end: token.end + from },
  }));
  if (tokens.length <= most) return tokens;
  const near = tokens.findIndex(({ end }) => end >= place);
  const first = Math.max(0, (near < 0 ? tokens.length : near) - Math.floor(most / 2));
  return tokens.slice(first, first + most);
}

type Match = { first: number; last: number; edits: number };

/**
 * Stretches of `tokens` near to `words` by insertions, deletions and replacements of words (Sellers
 * 1980, doi:10.1016/0196-6774(80)90016-4), in the order of the text. A stretch may begin anywhere.
 */
function approximateMatches(words: readonly Token[], tokens: readonly Token[]): Match[] {
  const n = words.length;
  // Two columns of edits, and of where the best stretch ending here began: at 0 where none is noted.
  let edits = Array.from({ length: n + 1 }, (_, i) => i);
  let began: number[] = [];
  const compared = words.map(({ text }) => comparable(text));
  const matches: Match[] = [];
  tokens.forEach((token, j) => {
    const nextEdits = [0];
    const nextBegan = [j + 1];
    const there = comparable(token.text);
    for (let i = 1; i <= n; i++) {
      const replaced = (edits[i - 1] ?? 0) + replacement(compared[i - 1], there);
      const inserted = (edits[i] ?? 0) + 1;
      const deleted = (nextEdits[i - 1] ?? 0) + 1;
      const least = Math.min(replaced, inserted, deleted);
      nextEdits.push(least);
      if (least === replaced) nextBegan.push(began[i - 1] ?? 0);
      else if (least === inserted) nextBegan.push(began[i] ?? 0);
      else nextBegan.push(nextBegan[i - 1] ?? 0);
    }
    [edits, began] = [nextEdits, nextBegan];
    const first = began[n] ?? 0;
    if (first <= j) matches.push({ first, last: j, edits: edits[n] ?? n });
  });
  return matches.filter((match) => match.edits <= n * (1 - LEAST_SCORE));
}

type Comparable = { text: string; lower: string; stem: string };

function comparable(text: string): Comparable {
  const lower = text.toLowerCase();
  return { text, lower, stem: lower.slice(0, 4) };
}

/** The cost of replacing one word by another: a change of case or ending costs less than a new word. */
function replacement(before: Comparable | undefined, after: Comparable): number {
  if (!before) return 1;
  if (before.text === after.text) return 0;
  if (before.lower === after.lower) return 0.25;
  return before.stem === after.stem ? 0.5 : 1;
}

/** How much of the words round a quote is the same, from 0 to 1. */
function likeness(before: Quote, after: Quote): number {
  const share = (a: string, b: string) => {
    const words = tokensOf(a).map(({ text }) => text);
    const others = new Set(tokensOf(b).map(({ text }) => text));
    return words.length === 0 ? 1 : words.filter((word) => others.has(word)).length / words.length;
  };
  return (share(before.prefix, after.prefix) + share(before.suffix, after.suffix)) / 2;
}
