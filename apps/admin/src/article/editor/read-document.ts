import type { Node } from '@tiptap/pm/model';
import type { Document } from '@viewpoints/domain/document/document';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';

type Json = { type: string; content?: Json[]; marks?: { type: string }[] };

/**
 * What is in the editor as the domain has it: in its one form, without the empty notes that are
 * there only while somebody is about to write one, and without the marks of comments.
 */
export function readDocument(doc: Node): Document {
  return normaliseDocument(withoutAside(doc.toJSON() as Json) as Document);
}

function withoutAside({ content: all, marks: every, ...rest }: Json): Json {
  const marks = every?.filter(({ type }) => type !== 'comment') ?? [];
  const content = (all ?? [])
    .filter((child) => child.type !== 'footnote' || (child.content?.length ?? 0) > 0)
    .map(withoutAside);
  return {
    ...rest,
    ...(marks.length > 0 ? { marks } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}
