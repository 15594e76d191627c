import { hasUnspacedScript } from '../text/words.ts';
import { foldText } from './fold.ts';

/*
 * One word is written in several ways: cease-fire, ceasefire and cease fire, P-8A and P8A, می‌خواهد
 * and میخواهد. A text is found by what it joins written together as well, and a query searches for
 * both. What is written in capitals is a name, though small letters may make a common word of it.
 */

/** Joiners of the parts of a word: hyphens, and the zero-width non-joiner of Persian words. */
const JOINERS = /[-‐‑\u200C]/gu;
const JOINED = /[\p{L}\p{M}\p{N}]+(?:[-‐‑\u200C][\p{L}\p{M}\p{N}]+)+/gu;
/** Words of more parts than this are phrases: "a take-it-or-leave-it offer". */
const maxParts = 3;
const ABBREVIATION =
  /(?<![\p{L}\p{N}.])(?:\p{Lu}\.){2,}|(?<![\p{L}\p{N}.])(?:\p{Lu}\.)+\p{Lu}(?![\p{L}\p{N}])/gu;
const DESIGNATION = /(?<![\p{L}\p{M}\p{N}])\p{L}+\p{N}+\p{L}{1,2}(?![\p{L}\p{M}\p{N}])/gu;
const CAPITALS =
  /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*(?![\p{L}\p{M}\p{N}])/gu;
const ONLY_CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*$/u;

/** A word with its parts written together; null if it has none, or too many. */
function together(word: string): string | null {
  const parts = word.split(JOINERS);
  if (parts.length < 2 || parts.length > maxParts || parts.includes('')) return null;
  const joined = foldText(parts.join(''));
  return joined === '' || hasUnspacedScript(joined) ? null : joined;
}

/** P-8A is a P-8: a designation without the letters of its variant; null for any other word. */
const familyOf = (joined: string): string | null =>
  /^(\p{L}+\p{N}+)\p{L}{1,2}$/u.exec(joined)?.[1] ?? null;

const abbreviated = (text: string) => foldText(text.replaceAll('.', ''));

/** The hyphenated and similarly joined words of a text, written together: folded, one space between. */
export function compoundsOf(text: string): string {
  const found = new Set<string>();
  for (const [word] of text.matchAll(JOINED)) {
    const joined = together(word);
    if (joined === null) continue;
    found.add(joined);
    const family = familyOf(joined);
    if (family !== null) found.add(family);
  }
  for (const [word] of text.matchAll(DESIGNATION)) {
    const family = familyOf(foldText(word));
    if (family !== null) found.add(family);
  }
  for (const [word] of text.matchAll(ABBREVIATION)) found.add(abbreviated(word));
  return [...found].join(' ');
}

/** The words of a text in capitals (EU, WHO, U.S.): folded, one space between. */
export function capitalsOf(text: string): string {
  const found = new Set<string>();
  for (const [word] of text.matchAll(CAPITALS)) found.add(foldText(word));
  for (const [word] of text.matchAll(ABBREVIATION)) found.add(abbreviated(word));
  return [...found].join(' ');
}

/** Whether a typed word is written in capitals, and so is a name. */
export const isInCapitals = (word: string): boolean =>
  ONLY_CAPITALS.test(word) || (word !== '' && word.replace(ABBREVIATION, '') === '');

/** A word as it is looked for, and how else it is written. All folded. */
export type Spellings = { words: string; others: string[] };

/** The spellings to search for when a word or phrase was typed. */
export function spellingsOf(typed: string): Spellings {
  const apart = foldText(typed);
  if (isInCapitals(typed))
    return { words: abbreviated(typed), others: typed.includes('.') ? [apart] : [] };
  const word = typed.replaceAll(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
  const joined = /\s/u.test(word) ? null : together(word);
  if (joined !== null) return { words: joined, others: others(joined, apart, familyOf(joined)) };
  if (apart.includes(' ')) {
    const whole = typed.replaceAll(JOINED, (each) => together(each) ?? each);
    return { words: apart, others: others(apart, foldText(whole)) };
  }
  const [, letters, rest] = /^(\p{L}+)(\p{N}+\p{L}{0,2})$/u.exec(apart) ?? [];
  const parted = letters === undefined ? null : `${letters} ${rest}`;
  return { words: apart, others: others(apart, parted, familyOf(apart)) };
}

const others = (words: string, ...more: (string | null)[]): string[] =>
  more.filter((each): each is string => each !== null && each !== words);

/** Two words typed one after the other, written together; null if that is no word. */
export function joinedWords(one: string, next: string): string | null {
  const joined = one + next;
  return /^[\p{L}\p{M}\p{N}]{2,40}$/u.test(joined) && !hasUnspacedScript(joined) ? joined : null;
}
