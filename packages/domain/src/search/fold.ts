import { UNSPACED_SCRIPTS } from '../text/words.ts';

/*
 * How words are compared in a search: both the index and the query are folded here, so that case,
 * accents and the keyboard of the reader make no difference.
 */

/** Letters that no decomposition takes apart, and letters that differ by keyboard and not by word. */
const SAME: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i', ħ: 'h' },
  // Cyrillic
  ё: 'е',
  // Arabic script: yeh, kaf, heh, gaf and alef as Persian, Pashto, Urdu and Arabic keyboards have them.
  ...{ ی: 'ي', ى: 'ي', ې: 'ي', ۍ: 'ي', ے: 'ي', ک: 'ك', ڪ: 'ك', ہ: 'ه', ھ: 'ه', ە: 'ه', ة: 'ه' },
  ...{ ۃ: 'ه', ګ: 'گ', ٱ: 'ا' },
  // Hebrew letters at a word's end.
  ...{ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' },
};
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME).join('')}]`, 'gu');

/** Marks over Latin and Greek letters; elsewhere a mark may be half the letter. */
const ACCENTS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
/** Stress marks, Arabic vowel signs and hamzas, the lengthening stroke, Hebrew points. */
const SIGNS =
  /[\u0300\u0301\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]/g;
/** Characters that are not seen; the one that parts Persian words counts as a space. */
const PARTING = /\u200C/g;
const INVISIBLE = /\p{Cf}/gu;
/** The quotation marks inside a Hebrew abbreviation. */
const GERSHAYIM = /(?<=\p{Script=Hebrew})["'״׳”’](?=\p{Script=Hebrew})/gu;
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;
const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;
const UNSPACED = new RegExp(`([${UNSPACED_SCRIPTS}])`, 'gu');
const NO_WORD = /[^\p{L}\p{M}\p{N}]+/gu;
const PLAIN = /^[a-z0-9 ]*$/;

/**
 * The words of a text as they are looked for, one space between them: lower case, without accents
 * and vowel signs, each letter in one form, each character of a script without spaces a word.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.trim().replace(/ +/g, ' ');
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(PARTING, ' ')
    .replace(INVISIBLE, '')
    .replace(GERSHAYIM, '')
    .replace(ACCENTS, '$1')
    .replace(SIGNS, '')
    .normalize('NFC')
    .replace(SAME_LETTERS, (letter) => SAME[letter] ?? letter)
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(POSSESSIVE, '')
    .replace(UNSPACED, ' $1 ')
    .replace(NO_WORD, ' ')
    .trim();
}
