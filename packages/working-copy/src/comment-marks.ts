import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { anchorQuote, isQuoteIntact } from '@viewpoints/domain/findings/anchor';
import type { Quote } from '@viewpoints/domain/findings/finding';
import { normaliseText } from '@viewpoints/domain/text/normalise';
import type * as Y from 'yjs';
import { carryComments, commentsOn, markLines } from './carry-comments.ts';
import { readEverything } from './read-nodes.ts';
import { writeNodes } from './shared-content.ts';
import { insertedBy, isCommentMark, type Json } from './suggestions/json.ts';
import { hideSuggestions } from './suggestions/without-suggestions.ts';

/** A stretch of the plain text of a document, in UTF-16 units of its one form. */
export type TextRange = { start: number; end: number };

const bodyIn = (shared: Y.Doc): Y.XmlFragment => shared.getXmlFragment('body');

/** The words that each comment is on now. One whose words are gone is not among them. */
export function commentedWords(shared: Y.Doc): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (nodes: readonly Json[]) => {
    const here = new Set<string>();
    for (const node of nodes) {
      if (insertedBy(node) !== null) continue;
      const { text = '', marks = [], content = [] } = node;
      for (const { attrs } of marks.filter(isCommentMark)) {
        const before = found.get(attrs.id) ?? '';
        // Words in two paragraphs are no one word.
        const divides = before !== '' && !here.has(attrs.id);
        found.set(attrs.id, `${before}${divides ? ' ' : ''}${text}`);
        here.add(attrs.id);
      }
      visit(content);
    }
  };
  visit(readEverything(bodyIn(shared)));
  return new Map([...found].map(([id, words]) => [id, normaliseText(words)]));
}

/**
 * The present range of selected words in a shared document. Null if they are gone, or if they occur
 * several times and the place cannot be decided.
 */
export function findWords(shared: Y.Doc, quote: Quote): (TextRange & { exact: string }) | null {
  const { text } = documentText(asDocument(hideSuggestions(readEverything(bodyIn(shared)))));
  const { start, end, exact } = quote;
  if (isQuoteIntact(text, quote)) return { start, end, exact };
  const found = anchorQuote(text, quote);
  return found.kind === 'anchored' ? found.quote : null;
}

/**
 * Marks words of a shared document as those that a comment is on. Nothing that the article says is
 * changed by it. False if the words are not in this place.
 */
export function markWords(
  shared: Y.Doc,
  { id, exact, ...range }: TextRange & { id: string; exact: string },
): boolean {
  const nodes = readEverything(bodyIn(shared));
  const { text, positions } = documentText(asDocument(hideSuggestions(nodes)));
  if (text.slice(range.start, range.end) !== exact) return false;
  // Yjs would replace both halves of a character that is divided.
  if ([range.start, range.end].some((at) => isInsideCharacter(text, at))) return false;
  const places = new Map(
    positions
      .slices(range.start, range.end)
      .map(({ path, from, to }) => [textAt(nodes, path), { from, to }]),
  );
  if (places.size === 0) return false;
  writeComments(shared, nodes, (node, own) => {
    const place = places.get(node);
    if (place === undefined) return own;
    const { from, to } = place;
    return own.map((ids, at) => (at >= from && at < to ? [...ids, id] : ids));
  });
  return true;
}

/** Words in a row as another program has them, and the ids of the comments on them. */
export type CommentedWords = { text: string; ids: readonly string[] };

/**
 * Marks the words of a shared document that has no comments as those that another text has comments on: that
 * which it was made of, a line for each of its blocks.
 */
export function markLike(shared: Y.Doc, lines: readonly (readonly CommentedWords[])[]): void {
  const before = lines.map((line): Json => {
    const content = line.map(({ text, ids }): Json => {
      const marks = ids.map((id) => ({ type: 'comment', attrs: { id } }));
      return { type: 'text', text, marks };
    });
    return { type: 'paragraph', content };
  });
  writeNodes(shared, carryComments(before, readEverything(bodyIn(shared))));
}

const isInsideCharacter = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));

/** Takes the marks of comments out of a shared document. */
export function unmarkWords(shared: Y.Doc, ids: readonly string[]): void {
  writeComments(shared, readEverything(bodyIn(shared)), (_node, own) =>
    own.map((each) => each.filter((id) => !ids.includes(id))),
  );
}

/** Puts other comments on the characters of each run of text. */
function writeComments(
  shared: Y.Doc,
  nodes: readonly Json[],
  change: (node: Json, ids: string[][]) => string[][],
): void {
  const content = markLines(nodes, (line) =>
    line.flatMap((node) => (node.type === 'text' ? change(node, commentsOn(node)) : [])),
  );
  writeNodes(shared, content);
}

function textAt(nodes: readonly Json[], [index = 0, ...rest]: readonly number[]): Json | undefined {
  const node = nodes[index];
  return rest.length === 0 ? node : textAt(node?.content ?? [], rest);
}

/** A note without words has no content as JSON, and an empty one in a document. */
const asDocument = (nodes: readonly Json[]): Document =>
  ({ type: 'doc', content: nodes.map(withContent) }) as unknown as Document;

function withContent(node: Json): Json {
  const content = node.content?.map(withContent);
  if (content) return { ...node, content };
  return node.type === 'footnote' ? { ...node, content: [] } : node;
}
