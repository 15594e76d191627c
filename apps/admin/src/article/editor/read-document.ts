import type { Node } from '@tiptap/pm/model';
import type { Document } from '@viewpoints/domain/document/document';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { isCommentMark, type Json } from '@viewpoints/working-copy/suggestions/json';
import { suggestionAttributes } from '@viewpoints/working-copy/suggestions/suggestion';
import { withoutSuggestions } from '@viewpoints/working-copy/suggestions/without-suggestions';

/**
 * The editor's content as a document of the domain: normalised, without empty notes that are about
 * to be written, and without comments and suggestions.
 */
export function readDocument(doc: Node): Document {
  return normaliseDocument(withoutAside(withoutSuggested(doc)) as unknown as Document);
}

/** The editor's content unchanged but for suggestions. */
export function withoutSuggested(doc: Node): Json {
  const { content = [] } = doc.toJSON() as Json;
  return { type: 'doc', content: withoutSuggestions(content) };
}

/** The attributes of a block, without what is suggested of it. */
export const ownAttributes = ({ attrs }: Node): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attrs).filter(([name]) => !suggestionAttributes.some((each) => each === name)),
  );

function withoutAside({ content: all, marks: every, ...rest }: Json): Json {
  const marks = every?.filter((mark) => !isCommentMark(mark)) ?? [];
  const content = (all ?? [])
    .filter((child) => child.type !== 'footnote' || (child.content?.length ?? 0) > 0)
    .map(withoutAside);
  return {
    ...rest,
    ...(marks.length > 0 ? { marks } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}
