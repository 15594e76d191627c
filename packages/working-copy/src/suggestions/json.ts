import type { Id } from '@viewpoints/domain/values';
import {
  type FormatChange,
  readBlockChange,
  readKey,
  type SuggestionAttribute,
  type SuggestionKey,
  suggestionAttributes,
  suggestionMarks,
} from './suggestion.ts';

/** A node as JSON has it, before a schema has looked at it. */
export type Json = {
  type: string;
  text?: string | undefined;
  marks?: JsonMark[] | undefined;
  content?: Json[] | undefined;
  [key: string]: unknown;
};
export type JsonMark = { type: string; attrs?: object };

/** The mark of commented words. It has only an id. */
export type CommentMark = { type: 'comment'; attrs: { id: Id } };
export const isCommentMark = (mark: JsonMark): mark is CommentMark => mark.type === 'comment';

type KeyedMark =
  | { type: 'insertion' | 'deletion'; attrs: SuggestionKey }
  | { type: 'format'; attrs: FormatChange };

export const isSuggestionMark = (mark: JsonMark): mark is KeyedMark =>
  suggestionMarks.some((name) => name === mark.type);

/** The suggestion that a run of text is an insertion or a deletion of. */
export const markedBy = (node: Json, type: 'insertion' | 'deletion'): SuggestionKey | null =>
  node.marks?.filter(isSuggestionMark).find((mark) => mark.type === type)?.attrs ?? null;

/** The formats that are suggested for a run of text. */
export const formatsOf = (node: Json): FormatChange[] =>
  (node.marks ?? [])
    .filter(isSuggestionMark)
    .flatMap((mark) => (mark.type === 'format' ? [mark.attrs] : []));

export const attributesIn = (node: Json): Readonly<Record<string, unknown>> =>
  (node.attrs as Record<string, unknown> | null | undefined) ?? {};

/** The suggestion that an attribute of a node is of. */
export function keyIn(node: Json, name: SuggestionAttribute): SuggestionKey | null {
  const value = attributesIn(node)[name];
  return name === 'suggestedChange' ? (readBlockChange(value)?.key ?? null) : readKey(value);
}

/** The suggestion by which a node, or a run of text, is in the document at all. */
export const insertedBy = (node: Json): SuggestionKey | null =>
  node.type === 'text' ? markedBy(node, 'insertion') : keyIn(node, 'suggestedInsertion');

/** A node with other attributes; without any if none is left. */
export function withAttributes(node: Json, attrs: Readonly<Record<string, unknown>>): Json {
  const { attrs: _, ...rest } = node;
  return Object.keys(attrs).length > 0 ? { ...rest, attrs } : rest;
}

/** A node without some of its attributes. */
export function dropAttributes(node: Json, names: readonly string[]): Json {
  const own = Object.entries(attributesIn(node));
  if (!own.some(([name]) => names.includes(name))) return node;
  return withAttributes(node, Object.fromEntries(own.filter(([name]) => !names.includes(name))));
}

/** A run of text with other marks. */
export function withMarks(node: Json, marks: readonly JsonMark[]): Json {
  const { marks: _, ...rest } = node;
  return marks.length > 0 ? { ...rest, marks: [...marks] } : rest;
}

const sameMarks = (a: Json, b: Json): boolean =>
  JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? []);

/** Runs of text side by side that have the same marks, as one. */
export function joinRuns(nodes: readonly Json[]): Json[] {
  const joined: Json[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const isSame = last?.type === 'text' && node.type === 'text' && sameMarks(last, node);
    if (isSame && typeof last.text === 'string' && typeof node.text === 'string')
      joined[joined.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else joined.push(node);
  }
  return joined;
}

/** Whether anything in a text is a suggestion. */
export function hasSuggestions(nodes: readonly Json[]): boolean {
  return nodes.some(
    (node) =>
      node.marks?.some(isSuggestionMark) ||
      suggestionAttributes.some((name) => (attributesIn(node)[name] ?? null) !== null) ||
      hasSuggestions(node.content ?? []),
  );
}
