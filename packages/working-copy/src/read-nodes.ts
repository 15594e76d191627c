import { attributesOf, type BlockNode, nodeTypes } from '@viewpoints/domain/document/blocks';
import { Id } from '@viewpoints/domain/values';
import * as Y from 'yjs';

/** A node as JSON has it, before a schema has looked at it. */
export type Json = {
  type: string;
  text?: string | undefined;
  marks?: JsonMark[] | undefined;
  content?: Json[] | undefined;
  [key: string]: unknown;
};
export type JsonMark = { type: string; attrs?: object };

/** The mark of words that somebody has commented on. Its id is all that it has. */
export type CommentMark = { type: 'comment'; attrs: { id: Id } };

/**
 * What is in a part of a shared document, as the domain has it as JSON: without the marks of comments,
 * which are no part of what an article says, and without notes that nobody has written yet.
 */
export const readNodes = (part: Y.XmlFragment): Json[] => read(part, true);

/** The same as the editor has it: everything that is there, marks of comments included. */
export const readEverything = (part: Y.XmlFragment): Json[] => read(part, false);

export const isCommentMark = (mark: JsonMark): mark is CommentMark => mark.type === 'comment';

function read(part: Y.XmlFragment, isSaved: boolean): Json[] {
  return part.toArray().flatMap((child): Json[] => {
    if (child instanceof Y.XmlText) return readText(child, isSaved);
    if (!(child instanceof Y.XmlElement)) return [{ type: 'unknown' }];
    const node = readElement(child, isSaved);
    const isEmptyNote = node.type === 'footnote' && node.content === undefined;
    return isSaved && isEmptyNote ? [] : [node];
  });
}

function readElement(element: Y.XmlElement, isSaved: boolean): Json {
  const type = element.nodeName;
  const content = read(element, isSaved);
  const attrs = attributesIn(element);
  return {
    type,
    ...(attrs === null ? {} : { attrs }),
    ...(content.length > 0 ? { content } : {}),
  };
}

/** An attribute that is not set is null; one that the kind of node does not have stays, to be refused. */
function attributesIn(element: Y.XmlElement): object | null {
  const set = element.getAttributes() as object;
  const names = isNodeType(element.nodeName) ? attributesOf(element.nodeName) : [];
  const unset = Object.fromEntries(names.map((name) => [name, null]));
  const attrs = { ...unset, ...set };
  return Object.keys(attrs).length > 0 ? attrs : null;
}

const isNodeType = (name: string): name is BlockNode['type'] =>
  nodeTypes.some((type) => type === name);

function readText(text: Y.XmlText, isSaved: boolean): Json[] {
  const nodes: Json[] = [];
  for (const { insert, attributes = {} } of text.toDelta() as Delta[]) {
    const marks = Object.entries(attributes)
      .map(([name, attrs]) => markOf(name, attrs))
      .filter((mark) => !isSaved || !isCommentMark(mark));
    const before = nodes.at(-1);
    // Words that a comment divided are one text again.
    if (isSaved && typeof insert === 'string' && before && hasMarks(before, marks))
      before.text = `${before.text}${insert}`;
    else
      nodes.push({
        type: 'text',
        text: insert as string,
        ...(marks.length > 0 ? { marks } : {}),
      });
  }
  return nodes;
}

type Delta = { insert: unknown; attributes?: Record<string, object> };

const hasMarks = (node: Json, marks: JsonMark[]): boolean =>
  typeof node.text === 'string' && JSON.stringify(node.marks ?? []) === JSON.stringify(marks);

/** Marks that words may have several of are kept under a name each, which the editor's binding makes. */
const commentName = /^comment--[A-Za-z0-9+/=]{8}$/;

/** A mark of a comment that has anything but an id is another mark, which no schema accepts. */
function markOf(name: string, attrs: object): JsonMark {
  if (commentName.test(name) && Object.keys(attrs).join() === 'id') {
    const id = Id.safeParse((attrs as { id: unknown }).id);
    if (id.success) return { type: 'comment', attrs: { id: id.data } } satisfies CommentMark;
  }
  const type = name === 'comment' ? 'unknown' : name;
  return Object.keys(attrs).length > 0 ? { type, attrs } : { type };
}
