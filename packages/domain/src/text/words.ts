/** Scripts written without spaces between words. */
export const UNSPACED_SCRIPTS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}';

const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');

/** Whether a text has a script without spaces, whose words only a dictionary can separate. */
export function hasUnspacedScript(text: string): boolean {
  return UNSPACED.test(text);
}

/** A letter, mark or number that spaces set off from the next word. */
const LETTER = `[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED_SCRIPTS}]]`;
const JOINER = "'’‐‑\\-−";
const LETTER_AT_START = new RegExp(`^${LETTER}`, 'v');
const LETTER_AT_END = new RegExp(`${LETTER}$`, 'v');
const PART_AT_START = new RegExp(`^(?:${LETTER}|[${JOINER}]|[.,](?=\\p{N}))*`, 'v');
const PART_AT_END = new RegExp(`(?:${LETTER}|[${JOINER}]|(?<=\\p{N})[.,])*$`, 'v');
const APOSTROPHES_ONLY = /^['’]*$/;

export const startsWithLetter = (text: string): boolean => LETTER_AT_START.test(text);
export const endsWithLetter = (text: string): boolean => LETTER_AT_END.test(text);

/**
 * The part at the start of `text` that belongs to a word begun before it ("able" of "accept|able",
 * ".5" of "2|.5"); empty at a word's end. Quotation marks are no part of a word.
 */
export function wordPartAtStart(text: string): string {
  const part = PART_AT_START.exec(text)?.[0] ?? '';
  return APOSTROPHES_ONLY.test(part) ? '' : part;
}

/** The part at the end of `text` that belongs to a word that goes on ("un" of "un|acceptable"). */
export function wordPartAtEnd(text: string): string {
  const part = PART_AT_END.exec(text)?.[0] ?? '';
  return APOSTROPHES_ONLY.test(part) ? '' : part;
}

export type Token = { text: string; start: number; end: number };

const TOKENS = /[\p{L}\p{M}\p{N}]+(?:['’‐‑-][\p{L}\p{M}\p{N}]+)*|\S/gu;
const UNSPACED_TOKENS = /\S/gu;

/**
 * Words and single marks of punctuation, with their UTF-16 offsets; spaces are left out. In scripts
 * without spaces each character is a token.
 */
export function tokensOf(text: string): Token[] {
  const pattern = hasUnspacedScript(text) ? UNSPACED_TOKENS : TOKENS;
  return Array.from(text.matchAll(pattern), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
