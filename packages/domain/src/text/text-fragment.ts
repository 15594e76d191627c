/** Quotes up to this many characters are named whole; of longer ones the two ends. */
const WHOLE = 160;
const WORDS_AT_AN_END = 5;

/**
 * The text directive that leads browsers to these words of a page (`:~:text=…`, see
 * https://wicg.github.io/scroll-to-text-fragment/). It follows an anchor, which leads those that do
 * not know it to the same place.
 */
export function textDirective(words: string): string {
  const whole = words.trim();
  const parts = whole.split(/\s+/);
  if (whole.length <= WHOLE || parts.length < 3 * WORDS_AT_AN_END) return `:~:text=${term(whole)}`;
  const start = parts.slice(0, WORDS_AT_AN_END).join(' ');
  const end = parts.slice(-WORDS_AT_AN_END).join(' ');
  return `:~:text=${term(start)},${term(end)}`;
}

/** A dash would mark what precedes it as context only. */
const term = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D');
