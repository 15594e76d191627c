import { alignTexts } from '../text/align-texts.ts';
import { normaliseText } from '../text/normalise.ts';
import { toVisibleText, type VisibleText, visibleWords } from '../text/visible-text.ts';
import { endsWithLetter, startsWithLetter, wordPartAtEnd, wordPartAtStart } from '../text/words.ts';
import type { Quote } from './finding.ts';

/** UTF-16 units of context stored around a quote, to distinguish places with the same words. */
export const CONTEXT = 32;
const MAX_QUOTE = 5000;

export type Anchoring =
  | { kind: 'anchored'; quote: Quote }
  /** The words occur in several places, and nothing given says which is meant. */
  | { kind: 'ambiguous'; quotes: Quote[] }
  | { kind: 'missing' };

/** The words of a quote to find, those before and after it, and the offset where it was taken. */
type QuoteToFind = { exact: string; prefix?: string; suffix?: string; start?: number };

/**
 * Finds a quote in a normalised text, only by an exact match of what a reader sees; if nothing
 * matches, straight quotation marks count as curly ones, since many copies have them. The words
 * around it, or the offset where it was taken, distinguish places with the same words. A match
 * within a longer word counts only where `prefix` and `suffix`, or `start`, say that it was taken
 * so: "acceptable" is not quoted by "unacceptable". What has been anchored and then edited is for
 * `moveQuotes`.
 */
export function anchorQuote(text: string, quote: QuoteToFind): Anchoring {
  const found = findQuote(text, quote, (words) => words);
  return found.kind === 'missing' ? findQuote(text, quote, withPlainMarks) : found;
}

const withPlainMarks = (words: string): string =>
  words.replace(/[\u2018\u2019\u201B]/g, "'").replace(/[\u201C\u201D\u201E\u201F]/g, '"');

/** @param written the form in which texts are compared, of the same length */
function findQuote(
  text: string,
  quote: QuoteToFind,
  written: (words: string) => string,
): Anchoring {
  const whole = toVisibleText(text);
  const seen = { ...whole, text: written(whole.text) };
  const exact = written(normaliseText(visibleWords(quote.exact)));
  const [prefix, suffix] = [quote.prefix, quote.suffix].map(
    (words) => words && written(visibleWords(words)),
  );
  const start = quote.start === undefined ? undefined : seen.toSeen(quote.start);
  const hasContext = prefix !== undefined || suffix !== undefined;
  const places = occurrences(seen.text, exact).filter(
    (place) =>
      fits(seen, place, exact) &&
      ((place === start && !hasContext) ||
        edgesMatch(seen.text, place, exact, prefix ?? null, suffix ?? null)),
  );
  const sameContext = places.filter(
    (place) =>
      seen.text.slice(0, place).endsWith(prefix ?? '') &&
      seen.text.startsWith(suffix ?? '', place + exact.length),
  );
  const candidates = hasContext && sameContext.length > 0 ? sameContext : places;
  const quoteAt = (place: number) => {
    const range = seen.toWhole(place, place + exact.length);
    return quoteFromRange(text, range.start, range.end);
  };

  const [only] = candidates;
  if (only === undefined) return { kind: 'missing' };
  if (candidates.length === 1) return { kind: 'anchored', quote: quoteAt(only) };
  const contextTells = !hasContext || sameContext.length > 0;
  if (start !== undefined && contextTells && candidates.includes(start)) {
    return { kind: 'anchored', quote: quoteAt(start) };
  }
  return { kind: 'ambiguous', quotes: candidates.map(quoteAt) };
}

function occurrences(text: string, exact: string): number[] {
  if (exact === '') return [];
  const places: number[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) places.push(at);
  return places;
}

/** Whether some words fit into a quote's maximum, including invisible characters. */
function fits(seen: VisibleText, place: number, exact: string): boolean {
  const { start, end } = seen.toWhole(place, place + exact.length);
  return end - start <= MAX_QUOTE;
}

/**
 * The quote from `start` to `end` of a normalised text, without the spaces at its ends. Throws a
 * RangeError if nothing is left, or more than 5000 units.
 */
export function quoteFromRange(text: string, start: number, end: number): Quote {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)];
  while (from < to && text[from] === ' ') from++;
  while (to > from && text[to - 1] === ' ') to--;
  if (from < to && isInsidePair(text, from)) from--;
  if (from < to && isInsidePair(text, to)) to++;
  if (from >= to || to - from > MAX_QUOTE) {
    throw new RangeError(`a quote has 1 to ${MAX_QUOTE} characters, not ${to - from}`);
  }
  const before = Math.max(0, from - CONTEXT);
  const after = Math.min(text.length, to + CONTEXT);
  return {
    exact: text.slice(from, to),
    prefix: text.slice(isInsidePair(text, before) ? before + 1 : before, from),
    suffix: text.slice(to, isInsidePair(text, after) ? after - 1 : after),
    start: from,
    end: to,
  };
}

/** Whether an offset would cut a character outside the Basic Multilingual Plane in two. */
const isInsidePair = (text: string, offset: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(offset - 1, offset + 1));

/**
 * Whether a quote stands in a normalised text: the slice at its offsets is exactly its words, and
 * the words at its ends are no longer or shorter than they were.
 */
export function isQuoteIntact(text: string, quote: Quote): boolean {
  return (
    text.slice(quote.start, quote.end) === quote.exact &&
    edgesMatch(text, quote.start, quote.exact, quote.prefix, quote.suffix)
  );
}

/** Null for a context not known: then a quote must begin and end with whole words. */
function edgesMatch(
  text: string,
  start: number,
  exact: string,
  prefix: string | null,
  suffix: string | null,
): boolean {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const end = start + exact.length;
  const after = text.slice(end, end + CONTEXT);
  const startHolds =
    !startsWithLetter(exact) ||
    (prefix === null
      ? !endsWithLetter(before)
      : wordPartAtEnd(before) === wordPartAtEnd(prefix.slice(-CONTEXT)));
  const endHolds =
    !endsWithLetter(exact) ||
    (suffix === null
      ? !startsWithLetter(after)
      : wordPartAtStart(after) === wordPartAtStart(suffix.slice(0, CONTEXT)));
  return startHolds && endHolds;
}

/**
 * Takes quotes of an old text along to a new one: each with its new offsets, or null if its
 * words were touched or it is not certain that these are the same words in the same place. What is
 * null is for a person to resolve, with `suggestAnchors`.
 */
export function moveQuotes(
  oldText: string,
  newText: string,
  quotes: readonly Quote[],
): (Quote | null)[] {
  const [before, after] = [toVisibleText(oldText), toVisibleText(newText)];
  const placeInNew = alignTexts(before.text, after.text);
  return quotes.map((whole) => {
    if (!isQuoteIntact(oldText, whole)) return null;
    const quote = visibleQuote(before, whole);
    const inPlace = placeInNew(quote.start, quote.end);
    const moved = inPlace === null ? null : movedTo(newText, after, quote, inPlace);
    if (moved !== null) return moved;
    // Cut and pasted whole, with the words round it, it can only be the same.
    const elsewhere = soleInContext(after.text, quote);
    const wasSole = soleInContext(before.text, quote) === quote.start;
    return elsewhere !== null && wasSole ? movedTo(newText, after, quote, elsewhere) : null;
  });
}

/** A quote of a text as it is seen. One of nothing but what is not seen has no words to move. */
function visibleQuote(seen: VisibleText, quote: Quote): Quote {
  const start = seen.toSeen(quote.start);
  const exact = visibleWords(quote.exact).trim();
  return {
    exact,
    prefix: visibleWords(quote.prefix),
    suffix: visibleWords(quote.suffix),
    start,
    end: start + exact.length,
  };
}

function movedTo(text: string, seen: VisibleText, quote: Quote, start: number): Quote | null {
  const moved = { ...quote, start, end: start + quote.exact.length };
  if (!isQuoteIntact(seen.text, moved) || !fits(seen, start, quote.exact)) return null;
  const range = seen.toWhole(moved.start, moved.end);
  return range.start < range.end ? quoteFromRange(text, range.start, range.end) : null;
}

function soleInContext(text: string, { prefix, exact, suffix }: Quote): number | null {
  const whole = prefix + exact + suffix;
  const first = text.indexOf(whole);
  return first >= 0 && text.indexOf(whole, first + 1) < 0 ? first + prefix.length : null;
}
