import type { Marker, Span } from './mark-matches.ts';

/** An excerpt of a text with its matches. */
export type Marked = { text: string; marks: Span[] };

/** How far a sentence may go on either side of the match. */
const reach = 240;

/**
 * The sentence in which something first matches; null if nothing does. A very long sentence is cut
 * at words, with an ellipsis. Blocks of a text (a heading, a caption) are on lines of their own: no
 * sentence goes beyond its line.
 */
export function excerptOf(text: string, marker: Marker, language: string): Marked | null {
  const first = marker.first(text);
  if (first === null) return null;
  const from = Math.max(0, first[0] - reach);
  const near = text.slice(from, first[1] + reach);
  const [at, after] = [first[0] - from, first[1] - from];
  let [start, end] = [0, near.length];
  for (const { segment, index } of segmenterOf(language).segment(near)) {
    if (index > at) break;
    [start, end] = [index, index + segment.length];
  }
  const cutBefore = from > 0 && start === 0;
  const cutAfter = end === near.length && first[1] + reach < text.length;
  // Cut on either side of what matched, never in it: some scripts have no space for hundreds of letters.
  let before = near.slice(start, at).trimStart();
  let rest = near.slice(after, end).trimEnd();
  if (cutBefore) before = `…${before.replace(/^\S*\s+/u, '')}`;
  if (cutAfter) rest = `${rest.replace(/\s+\S*$/u, '')}…`;
  const sentence = `${before}${near.slice(at, after)}${rest}`;
  return { text: sentence, marks: marker.spans(sentence) };
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}
