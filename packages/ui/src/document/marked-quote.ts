import type { Quote } from '@viewpoints/domain/findings/finding';

/** A passage to mark: a finding, and the range of its quote in the text. */
export type MarkedQuote = {
  /** The finding's id, of which its anchor is made. */
  id: string;
  /** The figure that readers see where the passage ends. */
  number: number;
  /** Other ids of the place where it begins, to which links already lead. */
  aliases?: readonly string[];
  quote: Pick<Quote, 'exact' | 'start' | 'end'>;
};
