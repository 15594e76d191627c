import type { Decoded } from './decode-escapes.ts';

/** The text between a right-to-left override and its end, or that of the line. */
const OVERRIDDEN = /\u202E([^\u202C\u202E\u2029\n]*)/g;

/**
 * Puts what a right-to-left override (U+202E) shows turned round into the order in which it is
 * read: after one, "keram" reads "marek".
 */
export function restoreReadingOrder({ text, origin }: Decoded, withOrigin: boolean): Decoded {
  if (!text.includes('\u202E')) return { text, origin };
  const order = Array.from({ length: text.length }, (_, at) => at);
  for (const { index, 0: whole } of text.matchAll(OVERRIDDEN)) {
    const characters = Array.from(whole.slice(1)).reverse();
    let end = index + whole.length;
    let to = index + 1;
    for (const { length } of characters) {
      end -= length;
      for (let unit = 0; unit < length; unit += 1) order[to + unit] = end + unit;
      to += length;
    }
  }
  return {
    text: order.map((at) => text[at]).join(''),
    origin: withOrigin
      ? {
          starts: order.map((at) => origin?.starts[at] ?? at),
          ends: order.map((at) => origin?.ends[at] ?? at + 1),
        }
      : null,
  };
}
