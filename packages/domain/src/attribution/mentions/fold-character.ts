import { LETTERS } from './mention-letters.ts';

/** The folded form of a character: letters and digits, a space, or nothing if it is invisible. */
export type FoldedCharacter = { text: string; isCapital: boolean; isSmall: boolean };

const FOLDED = new Map(
  Object.entries(LETTERS).flatMap(([folded, sources]) =>
    Array.from(sources, (source): [string, string] => [source, folded]),
  ),
);
const INVISIBLE = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;
const LETTER = /^[\p{L}\p{Nl}]$/u;
const DIGIT = /^\p{Nd}$/u;
const CAPITAL = /^[\p{Lu}\p{Lt}]$/u;
/** Georgian has small letters by its standard, and no capitals in a name. */
const SMALL = /^(?!\p{Script=Georgian})\p{Ll}$/u;

const cache = new Map<number, FoldedCharacter>();

/**
 * Folds one character by itself: compatibility forms, marks, case, and letters that look the same
 * (`mention-letters.ts`). It has no context, so that a text can be folded in one pass.
 */
export function foldCharacter(code: number): FoldedCharacter {
  const known = cache.get(code);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(code);
  const parts = FOLDED.has(character)
    ? character
    : character.normalize('NFKD').replace(INVISIBLE, '');
  const folded = {
    text: Array.from(parts, foldPart).join(''),
    isCapital: CAPITAL.test(character),
    isSmall: SMALL.test(character),
  };
  cache.set(code, folded);
  return folded;
}

function foldPart(part: string): string {
  const folded = FOLDED.get(part);
  if (folded !== undefined) return folded;
  if (LETTER.test(part)) return part.toLowerCase();
  if (DIGIT.test(part)) return String(digitValue(part.codePointAt(0) ?? 0));
  return ' ';
}

/** Decimal digits come in tens, from nought to nine (Unicode, chapter 4.6). */
function digitValue(code: number): number {
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
