import { spacedTokens } from '../text/diff-words.ts';
import type { Inline } from './inline.ts';

/** A run of text as one run for each word, with the marks that it has. */
export const inlineWords = (inline: Inline): Inline[] =>
  inline.type === 'text'
    ? spacedTokens(inline.text).map((text) => ({ ...inline, text }))
    : [inline];
