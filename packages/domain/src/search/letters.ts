import { foldText } from './fold.ts';

/** Classes of characters within a word, as bits. */
export const LETTER = 1;
export const MARK = 2;
/** May occur between letters and is ignored: marks, invisible characters, the lengthening stroke. */
export const BETWEEN = 4;
export const NUMBER = 8;
const DONE = 16;

const kinds = new Uint8Array(0x1_0000);

/** The kind of the character at a place in a text; half of a pair is what the pair is. */
export function kindAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const known = kinds[code] ?? 0;
  if (known !== 0) return known;
  if (code >= 0xd800 && code < 0xe000) return kindOf(text.slice(code < 0xdc00 ? index : index - 1));
  const kind = kindOf(String.fromCharCode(code));
  kinds[code] = kind;
  return kind;
}

/** The class of the first character. */
function kindOf(text: string): number {
  return (
    DONE |
    (/^\p{L}/u.test(text) ? LETTER : 0) |
    (/^\p{N}/u.test(text) ? NUMBER : 0) |
    (/^\p{M}/u.test(text) ? MARK : 0) |
    (/^[\p{M}\p{Cf}\u0640]/u.test(text) ? BETWEEN : 0)
  );
}

/** Letters by what they count as where words are compared; 0 is not looked up yet, 0xffff is none. */
const folded = new Uint16Array(0x1_0000);
const NONE = 0xffff;

/** The folded letter, as a character code; 0xffff if it does not fold to one letter. */
export function foldedAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  const known = folded[code] ?? NONE;
  if (known !== 0) return known;
  const letters = foldText(String.fromCharCode(code));
  const fold = letters.length === 1 ? letters.charCodeAt(0) : NONE;
  folded[code] = fold;
  return fold;
}
