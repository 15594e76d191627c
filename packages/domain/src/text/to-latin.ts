import { transliterate } from 'transliteration';
import type { ToLatin } from './slug.ts';

/** Letters that the library leaves out or writes with a sign: some Latin ones, and the long a of Arabic script. */
const letters: Readonly<Record<string, string>> = {
  ...{ ə: 'e', ŋ: 'ng', ʒ: 'zh', ɛ: 'e', ɔ: 'o' },
  ا: 'a',
};
const LETTERS = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/**
 * Writes other scripts in Latin letters, as a reader of them would type them on a Latin keyboard.
 * Its tables are large: a page that may not need them loads this file once it does.
 */
export const toLatin: ToLatin = (text) =>
  transliterate(
    text
      .replace(LETTERS, (letter) => letters[letter] ?? letter)
      // One syllable each, not run together with the letters next to them.
      .replace(/\p{Script=Han}+/gu, ' $& '),
  );
