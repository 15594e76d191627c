import { hasUnspacedScript } from '../../text/words.ts';
import type { NeedleCollector } from './needle-collector.ts';

const HANGUL = /\p{Script=Hangul}/u;
const SYLLABIC = /[\p{Script=Han}\p{Script=Hangul}]/u;

/**
 * Whether a name is in a script without spaces between words, or in Korean, whose words carry their
 * particles: no end of a word shows where such a name ends.
 */
export const isUnspacedName = (text: string): boolean =>
  hasUnspacedScript(text) || HANGUL.test(text);

/** How much of a name is enough: a character of Chinese says more than a letter of Thai. */
const lengthOf = (text: string): number =>
  Array.from(text.normalize('NFC')).reduce(
    (sum, each) => sum + (SYLLABIC.test(each) ? 3 : /\p{L}/u.test(each) ? 2 : 0),
    0,
  );

/** Three characters of Chinese, or five letters of Thai or kana. */
const CERTAIN = 9;
/** Two characters, or three letters. */
const POSSIBLE = 6;

/** Looks for a name of which the parts may be written together, in both orders. */
export function addUnspacedName(collector: NeedleCollector, parts: string[]): void {
  const [first = '', ...rest] = parts;
  const last = rest.at(-1);
  const orders = [parts, [...rest, first], ...(last === undefined ? [] : [[first, last]])];
  for (const order of orders) {
    const length = lengthOf(order.join(''));
    if (length < POSSIBLE) continue;
    const writings = order.map((part) => [part]);
    collector.addLetters(writings, length >= CERTAIN ? 'certain' : 'possible');
  }
  for (const word of singleWords(parts)) collector.addLetters([[word]], 'possible');
}

/**
 * Family names on their own: those set off by a space, and the first two characters of a Japanese
 * name of four or more. Given names alone are too often ordinary words.
 */
function singleWords(parts: string[]): string[] {
  if (parts.length > 1) return parts.filter((part) => lengthOf(part) >= POSSIBLE);
  const characters = Array.from(parts[0] ?? '');
  const isHan = characters.slice(0, 2).every((each) => /\p{Script=Han}/u.test(each));
  return characters.length > 3 && isHan ? [characters.slice(0, 2).join('')] : [];
}
