/** A text as a reader sees it, with the way back to what it was read from. */
export type VisibleText = {
  readonly text: string;
  /** The range of the whole text for a range of what is visible. */
  toWhole(start: number, end: number): { start: number; end: number };
  /** The offset in the seen text of one in the whole text. */
  toSeen(offset: number): number;
};

/** Characters that readers do not reliably see or copy: invisible ones, and direction marks. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g;
/** Hyphens that look like the one on a keyboard: they differ by where a line may break. */
const HYPHENS = /[\u2010\u2011]/g;
const AS_WRITTEN =
  /^[^\u00AD\u200B\u2060\uFEFF\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\u2010\u2011]*$/;

/** Some words as a reader sees them. */
export const visibleWords = (words: string): string =>
  AS_WRITTEN.test(words)
    ? words
    : words.replace(INVISIBLE, '').replace(HYPHENS, '-').replace(/ {2,}/g, ' ');

/**
 * A normalised text as a reader sees it. Texts saved under earlier rules have invisible characters, and
 * marks of a direction stay where they matter; an exact copy of what is visible has to be found in both.
 */
export function toVisibleText(whole: string): VisibleText {
  if (AS_WRITTEN.test(whole))
    return { text: whole, toWhole: (start, end) => ({ start, end }), toSeen: (at) => at };
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < whole.length; at++) {
    const char = (whole[at] ?? '').replace(INVISIBLE, '').replace(HYPHENS, '-');
    if (char === '' || (char === ' ' && (text === '' || text.endsWith(' ')))) continue;
    text += char;
    places.push(at);
  }
  return {
    text,
    toWhole: (start, end) => ({
      start: places[start] ?? whole.length,
      end: (places[end - 1] ?? whole.length - 1) + 1,
    }),
    toSeen: (offset) => {
      const later = places.findIndex((place) => place >= offset);
      return later < 0 ? text.length : later;
    },
  };
}
