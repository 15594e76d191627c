/** Every run of space characters: Unicode White_Space and the byte order mark. */
const SPACES = /[\p{White_Space}\uFEFF]+/gu;

/** Control characters that are no space: no text of ours means anything by them. */
const CONTROLS = /(?!\p{White_Space})\p{Cc}/gu;

/**
 * The one form in which text is compared and quoted: Unicode NFC, every run of space characters
 * one U+0020, nothing at either end. Control characters are dropped and lone surrogates replaced
 * (U+FFFD), since neither can be stored or sent. Idempotent.
 */
export function normaliseText(value: string): string {
  return collapseSpaces(cleanText(value)).trim();
}

/** NFC without control characters and lone surrogates; spaces are left as they are. */
export function cleanText(value: string): string {
  return value.toWellFormed().replace(CONTROLS, '').normalize('NFC');
}

/** Every run of space characters becomes one U+0020, at the ends too. */
export function collapseSpaces(value: string): string {
  return value.replace(SPACES, ' ');
}

/** Whether a single character is a space (see `normaliseText`). */
export function isSpace(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code === 0x20) return true;
  if (code > 0x20 && code < 0x7f) return false;
  return /^[\p{White_Space}\uFEFF]$/u.test(char);
}
