import {
  dropAttributes,
  insertedBy,
  isSuggestionMark,
  type Json,
  joinRuns,
  withMarks,
} from './json.ts';
import { suggestionAttributes } from './suggestion.ts';

/**
 * The text of an article without suggestions. Suggested insertions are left out, suggested
 * deletions are included, and formats and kinds of block are as they were.
 */
export const withoutSuggestions = (nodes: readonly Json[]): Json[] =>
  joinRuns(nodes.filter((node) => insertedBy(node) === null).map(strip));

function strip(node: Json): Json {
  if (node.type === 'text')
    return withMarks(
      node,
      (node.marks ?? []).filter((mark) => !isSuggestionMark(mark)),
    );
  const plain = dropAttributes(node, suggestionAttributes);
  if (plain.content === undefined) return plain;
  const { content, ...rest } = plain;
  const kept = withoutSuggestions(content);
  return kept.length > 0 ? { ...rest, content: kept } : rest;
}

/**
 * The same with every node where it is: what is only suggested has no words. For places in a text,
 * which are paths to its nodes.
 */
export const hideSuggestions = (nodes: readonly Json[]): Json[] => nodes.map((node) => hide(node));

const inlines = ['text', 'hardBreak', 'footnote', 'suggestedBreak'];

function hide(node: Json): Json {
  // A divider has no words, wherever it is.
  if (insertedBy(node) !== null)
    return inlines.includes(node.type) ? { type: 'text', text: '' } : { type: 'divider' };
  return node.content === undefined ? node : { ...node, content: node.content.map(hide) };
}
