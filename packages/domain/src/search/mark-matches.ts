import { hasUnspacedScript } from '../text/words.ts';
import { BETWEEN, foldedAt, kindAt, LETTER, MARK, NUMBER } from './letters.ts';

/** A range of a text (UTF-16). */
export type Span = [start: number, end: number];

/** Finds words by their stems in texts as they are written. Made once for a question. */
export type Marker = {
  /** Every word of a text that matches, in order. */
  spans: (text: string) => Span[];
  /** The first; null if none does. */
  first: (text: string) => Span | null;
};

type Stem = {
  /** The letters that a word begins with. */
  letters: string;
  /** Whether an i or y follows: stemmers write a last y as i ("policy", "polici"). */
  thenI: boolean;
  /** How many letters may follow. */
  ending: number;
  /** Whether it needs no word boundary (a script without spaces). */
  unspaced: boolean;
};

const [I, Y] = [0x69, 0x79];

/**
 * Marks words that begin as the stems do: "negoti" marks "Negotiations". Now and then that is one
 * word more than the index found, never one fewer of those with an unchanged beginning. It goes
 * through a text by hand: a pattern made for each question takes longer to make than to use.
 */
export function markerOf(stems: readonly string[]): Marker {
  const matched = stems.filter((stem) => stem !== '').map(stemOf);
  const spaced = matched.filter(({ unspaced }) => !unspaced);
  const unspaced = matched.filter((stem) => stem.unspaced);
  const matchAt = (text: string, at: number): number => {
    if (spaced.length > 0 && isStart(text, at))
      for (const stem of spaced) {
        const end = endOf(text, at, stem);
        if (end > at) return end;
      }
    for (const stem of unspaced) {
      const end = afterLetters(text, at, stem);
      if (end > at) return end;
    }
    return -1;
  };
  function* each(text: string): Generator<Span> {
    if (matched.length === 0) return;
    for (let at = 0; at < text.length; at += 1) {
      const end = matchAt(text, at);
      if (end < 0) continue;
      yield [at, end];
      at = end - 1;
    }
  }
  return {
    spans: (text) => [...each(text)],
    first: (text) => each(text).next().value ?? null,
  };
}

function stemOf(stem: string): Stem {
  if (hasUnspacedScript(stem)) return { letters: stem, thenI: false, ending: 0, unspaced: true };
  if (/^\p{N}+$/u.test(stem)) return { letters: stem, thenI: false, ending: 0, unspaced: false };
  const thenI = stem.endsWith('i') && stem.length > 3;
  const letters = thenI ? stem.slice(0, -1) : stem;
  return { letters, thenI, ending: letters.length < 4 ? 3 : 7, unspaced: false };
}

/** Whether a word may begin at this offset: no part of one precedes it. */
const isStart = (text: string, at: number) =>
  at === 0 || (kindAt(text, at - 1) & (LETTER | NUMBER | MARK)) === 0;

/** The end of the word that begins here, if it begins as the stem does; -1 otherwise. */
function endOf(text: string, at: number, stem: Stem): number {
  const begun = afterLetters(text, at, stem);
  if (begun === -1) return -1;
  if (stem.ending === 0) return isWordAt(text, begun) ? -1 : begun;
  const from = afterBetween(text, begun);
  let end = isWordAt(text, from) ? -1 : from;
  for (let next = from; next < text.length && next - from < stem.ending; next += 1) {
    if ((kindAt(text, next) & (LETTER | BETWEEN)) === 0) break;
    if (!isWordAt(text, next + 1)) end = next + 1;
  }
  return end;
}

const isWordAt = (text: string, at: number) =>
  at < text.length && (kindAt(text, at) & (LETTER | NUMBER)) !== 0;

const isBetween = (text: string, at: number) =>
  at < text.length && (kindAt(text, at) & BETWEEN) !== 0;

function afterBetween(text: string, at: number): number {
  let next = at;
  while (isBetween(text, next)) next += 1;
  return next;
}

/** The place after the stem's letters, which begin here; -1 where they do not. */
function afterLetters(text: string, at: number, { letters, thenI }: Stem): number {
  let next = at;
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters.charCodeAt(index);
    // One by one: in some scripts a mark is half the letter, and the stem has it.
    while (index > 0 && !isLetter(text, next, letter) && isBetween(text, next)) next += 1;
    if (!isLetter(text, next, letter)) return -1;
    next += 1;
  }
  if (!thenI) return next;
  next = afterBetween(text, next);
  return isLetter(text, next, I) || isLetter(text, next, Y) ? next + 1 : -1;
}

const isLetter = (text: string, at: number, letter: number) =>
  at < text.length && (text.charCodeAt(at) === letter || foldedAt(text, at) === letter);
