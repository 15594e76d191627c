import { withoutMarks } from './without-marks.ts';

/** Letters that no decomposition takes apart. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  '&': ' and ',
};
const MAX_LENGTH = 80;

/** Writes what is in another script in Latin letters. */
export type ToLatin = (text: string) => string;

/** Anything in a word that is not written in the letters of a slug once accents are off. */
const OTHER = '[[\\p{L}\\p{M}\\p{N}]--[a-z0-9]]';
const OTHERS = new RegExp(OTHER, 'v');
const WORDS_WITH_OTHERS = new RegExp(`[\\p{L}\\p{M}\\p{N}]*${OTHER}[\\p{L}\\p{M}\\p{N}]*`, 'gv');

/**
 * A slug from a title or a name: lower case, without accents, other scripts in Latin letters, cut at
 * a word within 80 characters. The whole title or none of it: half would mislead. Empty if it has
 * no words.
 */
export function slugOf(title: string, toLatin: ToLatin): string {
  let lost = false;
  const latin = withoutAccents(title).replace(WORDS_WITH_OTHERS, (word) => {
    const written = withoutAccents(toLatin(word));
    lost ||= /[\p{L}\p{N}]/u.test(word) && !/[a-z0-9]/.test(written);
    return written;
  });
  return lost ? '' : joined(latin);
}

/** Whether a title has letters for which `slugOf` needs to know how they are written in Latin ones. */
export const hasOtherLetters = (title: string): boolean => OTHERS.test(withoutAccents(title));

/** Lower case, with Latin letters spelled out and their accents taken off; other scripts as they are. */
function withoutAccents(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’‘ʼʻʹʾʿ`´]|\p{Cf}/gu, '')
    .replace(/[ßæœøđðþłıħ&]/g, (letter) => spelledOut[letter] ?? '')
    .replace(/[\p{Script=Latin}\p{Script=Common}]\p{M}*/gu, withoutMarks)
    .normalize('NFC');
}

/**
 * The anchor of a heading: as `slugOf`, with other scripts left out. If most letters have no Latin
 * form, the fallback is used. Published addresses depend on it: its result for a heading must never
 * change.
 */
export function headingSlug(heading: string, fallback: string): string {
  const plain = withoutMarks(
    heading
      .toLowerCase()
      .replace(/['’‘ʼ]/g, '')
      .replace(/[ßæœøđðþłıħ&]/g, (letter) => spelledOut[letter] ?? ''),
  );
  const letters = plain.match(/[\p{L}\p{N}]/gu) ?? [];
  const latin = plain.match(/[a-z0-9]/g) ?? [];
  if (latin.length * 2 <= letters.length) return fallback;
  return joined(plain);
}

const joined = (plain: string): string =>
  shorten(plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''), MAX_LENGTH);

function shorten(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const cut = slug.slice(0, length + 1).lastIndexOf('-');
  return slug.slice(0, cut > 0 ? cut : length);
}

/** The slug itself, or with the lowest number from 2 that is free. */
export function uniqueSlug(slug: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(slug)) return slug;
  for (let n = 2; ; n++) {
    const numbered = `${shorten(slug, 99 - String(n).length)}-${n}`;
    if (!isTaken(numbered)) return numbered;
  }
}
