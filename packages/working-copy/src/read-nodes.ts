import { attributesOf, type BlockNode, nodeTypes } from '@viewpoints/domain/document/blocks';
import { Id } from '@viewpoints/domain/values';
import * as Y from 'yjs';
import {
  type CommentMark,
  dropAttributes,
  isCommentMark,
  isSuggestionMark,
  type Json,
  type JsonMark,
  joinRuns,
  keyIn,
  markedBy,
} from './suggestions/json.ts';
import {
  FormatChange,
  readBlockChange,
  readKey,
  readMark,
  SuggestionKey,
  suggestedBreak,
  suggestionAttributes,
} from './suggestions/suggestion.ts';

/**
 * A part of a shared document as JSON of the domain: without comments and suggestions, which are no
 * part of an article's text, and without empty notes.
 */
export const readNodes = (part: Y.XmlFragment): Json[] => read(part, true);

/** The same as the editor has it, comments and suggestions included. */
export const readEverything = (part: Y.XmlFragment): Json[] => read(part, false);

/** The same of one node. */
export const readWhole = (element: Y.XmlElement): Json => readElement(element, false);

function read(part: Y.XmlFragment, isSaved: boolean): Json[] {
  const nodes = part.toArray().flatMap((child): Json[] => {
    if (child instanceof Y.XmlText) return readText(child, isSaved);
    if (!(child instanceof Y.XmlElement)) return [{ type: 'unknown' }];
    const node = readElement(child, isSaved);
    if (!isSaved) return [node];
    if (keyIn(node, 'suggestedInsertion') !== null) return [];
    const isEmptyNote = node.type === 'footnote' && node.content === undefined;
    return isEmptyNote ? [] : [dropAttributes(node, suggestionAttributes)];
  });
  // Words that a comment or a suggestion divided are one text again.
  return isSaved ? joinRuns(nodes) : nodes;
}

function readElement(element: Y.XmlElement, isSaved: boolean): Json {
  const content = read(element, isSaved);
  const attrs = attributesOn(element);
  // A node that is only valid as a suggestion but is none, or is more than a suggestion may be.
  const isUnknown =
    attrs !== null &&
    ((element.nodeName === suggestedBreak && readKey(attrs.suggestedInsertion) === null) ||
      !suggestionAttributes.every((name) => isReadable(name, attrs[name] ?? null)));
  return {
    type:
      isUnknown || (attrs === null && element.nodeName === suggestedBreak)
        ? 'unknown'
        : element.nodeName,
    ...(attrs === null ? {} : { attrs }),
    ...(content.length > 0 ? { content } : {}),
  };
}

const isReadable = (name: (typeof suggestionAttributes)[number], value: unknown): boolean =>
  value === null || (name === 'suggestedChange' ? readBlockChange(value) : readKey(value)) !== null;

/** An attribute that is not set is null; one that the kind of node does not have stays, to be refused. */
function attributesOn(element: Y.XmlElement): Record<string, unknown> | null {
  const set: Record<string, unknown> = element.getAttributes();
  const names = isNodeType(element.nodeName) ? attributesOf(element.nodeName) : [];
  const unset = Object.fromEntries(names.map((name) => [name, null]));
  const attrs = { ...unset, ...set };
  return Object.keys(attrs).length > 0 ? attrs : null;
}

const isNodeType = (name: string): name is BlockNode['type'] =>
  nodeTypes.some((type) => type === name);

function readText(text: Y.XmlText, isSaved: boolean): Json[] {
  return (text.toDelta() as Delta[]).flatMap(({ insert, attributes = {} }): Json[] => {
    const all = Object.entries(attributes).map(([name, attrs]) => markOf(name, attrs));
    const marks = isSaved
      ? all.filter((mark) => !isCommentMark(mark) && !isSuggestionMark(mark))
      : all;
    if (isSaved && markedBy({ type: 'text', marks: all }, 'insertion') !== null) return [];
    return [{ type: 'text', text: insert as string, ...(marks.length > 0 ? { marks } : {}) }];
  });
}

type Delta = { insert: unknown; attributes?: Record<string, object> };

/** Marks that words may have several of have a name each, which the editor's binding makes. */
const ownName = /^(comment|format)--[A-Za-z0-9+/=]{8}$/;

/**
 * The mark that words have under a name. One of a comment or a suggestion that has anything but what it is
 * to have is another mark, which no schema accepts.
 */
export function markOf(name: string, attrs: object): JsonMark {
  const type = ownName.exec(name)?.[1] ?? name;
  const has = Object.keys(attrs).length > 0 ? { attrs } : {};
  if (type === name && type !== 'insertion' && type !== 'deletion')
    return { type: type === 'comment' || type === 'format' ? 'unknown' : type, ...has };
  return readOwnMark(type, attrs) ?? { type: 'unknown', ...has };
}

function readOwnMark(type: string, attrs: object): JsonMark | null {
  if (type === 'comment') {
    const id = Id.safeParse((attrs as { id?: unknown }).id);
    const isIdAlone = Object.keys(attrs).join() === 'id';
    return id.success && isIdAlone
      ? ({ type, attrs: { id: id.data } } satisfies CommentMark)
      : null;
  }
  if (type !== 'format') {
    const read = SuggestionKey.safeParse(attrs);
    return read.success ? { type, attrs: read.data } : null;
  }
  const read = FormatChange.safeParse(attrs);
  return read.success && readMark(read.data) !== null ? { type, attrs: read.data } : null;
}
