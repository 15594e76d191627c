import type { Node } from '@tiptap/pm/model';
import type { Document } from '@viewpoints/domain/document/document';
import type { DocumentPosition } from '@viewpoints/domain/document/document-positions';
import { type DocumentText, documentText } from '@viewpoints/domain/document/document-text';
import type { Json } from '@viewpoints/working-copy/suggestions/json';
import { hideSuggestions } from '@viewpoints/working-copy/suggestions/without-suggestions';

/** A stretch of the editor's document, in ProseMirror positions. */
export type EditorRange = { from: number; to: number };
/** A stretch of the normalised plain text, in UTF-16 offsets. */
export type TextRange = { start: number; end: number };

/** The normalised plain text of what the article says now, with its position map. */
export function editorText(doc: Node): DocumentText {
  const { content = [] } = doc.toJSON() as Json;
  const body = { type: 'doc', content: hideSuggestions(content).map(withContent) };
  return documentText(body as unknown as Document);
}

/** ProseMirror leaves empty content out; an empty note still counts as a place. */
function withContent(node: Json): Json {
  const content = node.content?.map(withContent);
  if (content) return { ...node, content };
  return node.type === 'footnote' ? { ...node, content: [] } : node;
}

/** The ProseMirror position of a place in the document's tree. */
export function toEditorPosition(doc: Node, place: DocumentPosition): number {
  let node = doc;
  let position = 0;
  for (const [depth, index] of place.path.entries()) {
    if (depth > 0) position += 1;
    for (let before = 0; before < index; before++) position += node.child(before).nodeSize;
    node = node.child(index);
  }
  return position + place.offset;
}

/** The editor ranges that carry a stretch of text: one for each text node it runs through. */
export function toEditorRanges(doc: Node, text: DocumentText, range: TextRange): EditorRange[] {
  return text.positions.slices(range.start, range.end).map((slice) => {
    const from = toEditorPosition(doc, { path: slice.path, offset: slice.from });
    return { from, to: from + slice.to - slice.from };
  });
}

/**
 * The stretch of text that an editor range covers, without spaces at its ends; null if it covers no
 * words. Notes called inside the range are not part of it: their words come after the body. A range
 * inside one note is a stretch of that note.
 */
export function toTextRange(doc: Node, text: DocumentText, range: EditorRange): TextRange | null {
  const note = noteStart(doc, range.from);
  const insideNote = note !== null && note === noteStart(doc, range.to);
  let start: number | null = null;
  let end: number | null = null;
  doc.nodesBetween(range.from, range.to, (node, position) => {
    if (node.type.name === 'footnote' && !insideNote) return false;
    if (isOnlySuggested(node)) return false;
    if (!node.isText) return true;
    const path = pathTo(doc, position);
    const from = Math.max(0, range.from - position);
    const to = Math.min(node.nodeSize, range.to - position);
    if (from >= to) return false;
    start ??= text.positions.toText({ path, offset: from });
    end = text.positions.toText({ path, offset: to }) ?? end;
    return false;
  });
  return start === null || end === null ? null : trimmed(text.text, { start, end });
}

/** Whether a node is in the text only as a suggestion. */
export const isOnlySuggested = (node: Node): boolean =>
  (node.attrs.suggestedInsertion ?? null) !== null ||
  node.marks.some(({ type }) => type.name === 'insertion');

/** The index path of the node that begins at a position. */
function pathTo(doc: Node, position: number): number[] {
  const $position = doc.resolve(position);
  return Array.from({ length: $position.depth + 1 }, (_, depth) => $position.index(depth));
}

/** The start of the note around a position; null outside notes. */
function noteStart(doc: Node, position: number): number | null {
  const $position = doc.resolve(position);
  const inNote = $position.parent.type.name === 'footnote';
  return inNote ? $position.start() : null;
}

function trimmed(text: string, range: TextRange): TextRange | null {
  let { start, end } = range;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return start < end ? { start, end } : null;
}
