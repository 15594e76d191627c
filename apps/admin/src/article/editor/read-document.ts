import type { Node } from '@tiptap/pm/model';
import type { Document } from '@viewpoints/domain/document/document';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';

type Json = { type: string; content?: Json[] };

/**
 * What is in the editor as the domain has it: in its one form, without the empty notes that are
 * there only while somebody is about to write one.
 */
export function readDocument(doc: Node): Document {
  return normaliseDocument(withoutEmptyNotes(doc.toJSON() as Json) as Document);
}

function withoutEmptyNotes(node: Json): Json {
  if (!node.content) return node;
  const content = node.content
    .filter((child) => child.type !== 'footnote' || (child.content?.length ?? 0) > 0)
    .map(withoutEmptyNotes);
  const { content: _, ...rest } = node;
  return content.length > 0 ? { ...rest, content } : rest;
}
