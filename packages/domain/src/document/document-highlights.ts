import type { Quote } from '../findings/finding.ts';
import type { Document } from './document.ts';
import { documentText } from './document-text.ts';

/** A part of a text node that is wholly inside or outside of each highlight. */
export type HighlightSegment = {
  text: string;
  /** The highlights it is in, in the order given. */
  ids: string[];
  /** Those of them that begin with this part: the place for an element's `id`. */
  starts: string[];
  /** Those of them that end with this part: the place for a reference mark. */
  ends: string[];
};

export type Highlights = {
  /** The parts of the text node at `path`, which join up to `text`. */
  segments(path: readonly number[], text: string): HighlightSegment[];
};

type Span = { id: string; from: number; to: number; first: boolean; last: boolean };

/**
 * Cuts a document's text nodes at the edges of quotes, which may overlap, share edges or run across
 * nodes and blocks. A quote that no longer stands highlights nothing.
 */
export function documentHighlights(
  document: Document,
  quotes: readonly { id: string; quote: Pick<Quote, 'exact' | 'start' | 'end'> }[],
): Highlights {
  const { text, positions } = documentText(document);
  const spans = new Map<string, Span[]>();
  for (const { id, quote } of quotes) {
    if (text.slice(quote.start, quote.end) !== quote.exact) continue;
    const slices = positions.slices(quote.start, quote.end);
    slices.forEach(({ path, from, to }, index) => {
      const key = path.join('.');
      const span = { id, from, to, first: index === 0, last: index === slices.length - 1 };
      spans.set(key, [...(spans.get(key) ?? []), span]);
    });
  }
  return { segments: (path, value) => cut(value, spans.get(path.join('.')) ?? []) };
}

function cut(text: string, spans: readonly Span[]): HighlightSegment[] {
  const edges = new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length;
    const here = spans.filter((span) => span.from <= from && span.to >= to);
    return {
      text: text.slice(from, to),
      ids: here.map(({ id }) => id),
      starts: here.filter((span) => span.first && span.from === from).map(({ id }) => id),
      ends: here.filter((span) => span.last && span.to === to).map(({ id }) => id),
    };
  });
}
