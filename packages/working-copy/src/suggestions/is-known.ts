import { Document } from '@viewpoints/domain/document/document';
import {
  dropAttributes,
  hasSuggestions,
  isCommentMark,
  isSuggestionMark,
  type Json,
  withMarks,
} from './json.ts';
import { suggestedBreak, suggestionAttributes } from './suggestion.ts';

/**
 * Whether a text has nothing that an article may not have, what is only suggested in it included. Words
 * that would be put in are in nothing that an article says, and words that would be put in and deleted
 * are not in what it would say either: this is the only look at their marks and attributes.
 */
export const isKnown = (nodes: readonly Json[]): boolean => {
  // Others are read with what the article says.
  const suggested = nodes.filter((node) => node.type === 'text' || hasSuggestions([node]));
  return suggested.length === 0 || isDocument(suggested);
};

/** Whether an article may have these nodes, suggestions and comments aside. */
export const isDocument = (nodes: readonly Json[]): boolean =>
  Document.safeParse({ type: 'doc', content: nodes.map(plain) }).success;

/**
 * Without comments, suggestions and empty notes. A suggested break counts as a possible line end.
 */
function plain(node: Json): Json {
  if (node.type === 'text')
    return withMarks(
      node,
      (node.marks ?? []).filter((mark) => !isCommentMark(mark) && !isSuggestionMark(mark)),
    );
  const bare = dropAttributes(node, suggestionAttributes);
  const known = bare.type === suggestedBreak ? { ...bare, type: 'hardBreak' } : bare;
  if (known.content === undefined) return known;
  const isWritten = (child: Json) => child.type !== 'footnote' || (child.content?.length ?? 0) > 0;
  return { ...known, content: known.content.filter(isWritten).map(plain) };
}
