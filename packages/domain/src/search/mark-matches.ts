import { hasUnspacedScript } from '../text/words.ts';
import { foldText } from './fold.ts';

/** Where in a text something begins and ends (UTF-16). */
export type Span = [start: number, end: number];

/** Finds words by their stems in texts as they are written. Made once for a question. */
export type Marker = {
  /** Every word of a text that matches, in order. */
  spans: (text: string) => Span[];
  /** The first; null where none does. */
  first: (text: string) => Span | null;
};

/** Letters as they are written (Latin to Arabic, and Latin and Greek again), by what they count as. */
const written = Map.groupBy([...range(0xc0, 0x6ff), ...range(0x1e00, 0x1fff)], (letter) =>
  foldText(letter),
);
const digits = Array.from({ length: 10 }, (_, digit) =>
  String.fromCharCode(0x30 + digit, 0x660 + digit, 0x6f0 + digit),
);
/** What may stand between letters and counts for nothing. */
const BETWEEN = '[\\p{M}\\p{Cf}\\u0640]*';

/**
 * Marks words that begin as the stems do: "negoti" marks "Negotiations". Now and then that is one
 * word more than the index found, never one fewer of those with an unchanged beginning.
 */
export function markerOf(stems: readonly string[]): Marker {
  const patterns = [...sourcesOf(stems.filter((stem) => stem !== ''))];
  if (patterns.length === 0) return { spans: () => [], first: () => null };
  const source = patterns.join('|');
  const every = new RegExp(source, 'giu');
  const one = new RegExp(source, 'iu');
  const spanOf = ({ 0: word, index }: RegExpExecArray): Span => [index, index + word.length];
  return {
    spans: (text) => Array.from(text.matchAll(every), spanOf),
    first: (text) => {
      const found = one.exec(text);
      return found === null ? null : spanOf(found);
    },
  };
}

/** Where words are not set apart, each character is one. */
function* sourcesOf(stems: string[]): Iterable<string> {
  const words = stems.filter((stem) => !hasUnspacedScript(stem));
  if (words.length > 0)
    yield `(?<![\\p{L}\\p{N}\\p{M}])(?:${words.map(patternOf).join('|')})(?![\\p{L}\\p{N}])`;
  for (const stem of stems) if (hasUnspacedScript(stem)) yield [...stem].map(letterOf).join('');
}

function patternOf(stem: string): string {
  if (/^\p{N}+$/u.test(stem)) return [...stem].map(letterOf).join('');
  // Stemmers write a last y as i ("policy", "polici").
  const letters = [...stem];
  const last = letters.at(-1) === 'i' && letters.length > 3 ? letters.pop() : undefined;
  const ending = `[\\p{L}\\p{M}\\u200c]{0,${letters.length < 4 ? 3 : 7}}`;
  return (
    letters.map(letterOf).join(BETWEEN) +
    (last === undefined ? '' : `${BETWEEN}[iyíïî]`) +
    BETWEEN +
    ending
  );
}

const escaped = (letter: string) => letter.replace(/[\\\]^-]/g, '\\$&');

function letterOf(letter: string): string {
  const digit = /^[0-9]$/.test(letter) ? digits[Number(letter)] : undefined;
  const others = (written.get(letter) ?? []).filter((other) => other !== letter);
  return `[${[letter, ...others, digit ?? ''].map(escaped).join('')}]`;
}

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) =>
    String.fromCharCode(from + index),
  ).filter((letter) => /^\p{L}$/u.test(letter) && foldText(letter).length === 1);
}
