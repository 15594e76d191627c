import { spacedTokens } from '../text/diff-words.ts';
import type { Inline } from './inline.ts';

/** A run of text as one run for each word, with the marks that it has. */
export const inlineWords = (inline: Inline): Inline[] =>
  inline.type === 'text'
    ? spacedTokens(inline.text).map((text) => ({ ...inline, text }))
    : [inline];

/** The words of an inline node in its line: a break is a space, a footnote is elsewhere. */
export const plainWords = (node: Inline): string =>
  node.type === 'hardBreak' ? ' ' : node.type === 'footnote' ? '' : node.text;
