import { stableJson } from '@viewpoints/domain/text/stable-json';
import {
  attributesIn,
  insertedBy,
  isCommentMark,
  isSuggestionMark,
  type Json,
  type JsonMark,
  joinRuns,
  withMarks,
} from './json.ts';

/** Part of a suggestion other than words: the address of a link, the description of a picture. */
export type SuggestionDetail = {
  /** The mark or the kind of block that has it. */
  of: string;
  /** The attribute's name; left out for the words that a mark is on. */
  name?: string;
  value: string;
};

/** The name of a detail: the title of a callout that goes with its last block. */
export const lostTitle = 'lostTitle';

/** The attributes that a node, or a block that it would become, has of its own. */
export const attributeDetails = (of: string, attrs: object): SuggestionDetail[] =>
  Object.entries(attrs)
    .filter(([name, value]) => !name.startsWith('suggested') && (value ?? null) !== null)
    .map(([name, value]) => ({ of, name, value: textOf(value) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

/** Details of marks, except comments and suggestions. */
export const markDetails = (node: Json): SuggestionDetail[] =>
  (node.marks ?? [])
    .filter((mark) => !isCommentMark(mark) && !isSuggestionMark(mark))
    .flatMap((mark) => [
      { of: mark.type, value: node.text ?? '' },
      ...attributeDetails(mark.type, mark.attrs ?? {}),
    ]);

/** Everything but words in a node, without suggested insertions by others. */
export function detailsOf(node: Json): SuggestionDetail[] {
  if (node.type === 'text') return markDetails(node);
  const content = (node.content ?? []).filter((child) => insertedBy(child) === null);
  return [...attributeDetails(node.type, attributesIn(node)), ...content.flatMap(detailsOf)];
}

/** Nodes as the server and every page read them alike: without comments, and each mark in one order. */
export const canonicalise = (nodes: readonly Json[]): Json[] =>
  joinRuns(
    nodes.map((node) => {
      if (node.type === 'text') return withMarks(node, marksInOrder(node.marks ?? []));
      return node.content === undefined ? node : { ...node, content: canonicalise(node.content) };
    }),
  );

const marksInOrder = (marks: readonly JsonMark[]): JsonMark[] =>
  marks
    .filter((mark) => !isCommentMark(mark))
    .map(stableJson)
    .sort()
    .map((text) => JSON.parse(text) as JsonMark);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : stableJson(value));
