import type { Node, ResolvedPos } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import {
  type BlockChange,
  readKey,
  type SuggestionAttribute,
  type SuggestionKey,
  suggestionAttributes,
  suggestionMarks,
} from '@viewpoints/working-copy/suggestions/suggestion';

/** A change of the text that is being made into a suggestion. */
export type Suggesting = {
  tr: Transaction;
  /** The suggestion that this is, or becomes part of. */
  key: SuggestionKey;
};

/** The key of the insertion or deletion that some words, or an inline node, belong to. */
export function keyOf(node: Node, kind: 'insertion' | 'deletion'): SuggestionKey | null {
  const mark = node.marks.find(({ type }) => type.name === kind);
  if (mark !== undefined) return mark.attrs as SuggestionKey;
  return readKey(
    node.attrs[kind === 'insertion' ? 'suggestedInsertion' : 'suggestedDeletion'] ?? null,
  );
}

/** Whether a node is the user's own suggested insertion, so that they may simply change it. */
export const isOwnInsertion = (node: Node, by: string): boolean =>
  keyOf(node, 'insertion')?.by === by;

/** Whether a place is inside a block or a note of the user's own suggested insertion. */
export const isInOwnInsertion = ($at: ResolvedPos, by: string): boolean =>
  Array.from({ length: $at.depth + 1 }, (_, depth) => $at.node(depth)).some((node) =>
    isOwnInsertion(node, by),
  );

/** The user's own suggestion that adjoins the place, and so is continued. */
export function adjacentKey(doc: Node, from: number, to: number, by: string): SuggestionKey | null {
  const beside = [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter];
  const keys = beside.flatMap((node) =>
    node?.isInline ? [keyOf(node, 'insertion'), keyOf(node, 'deletion')] : [],
  );
  return keys.find((key) => key?.by === by) ?? null;
}

/** Sets a suggestion attribute of a whole node. */
export const setAttribute = (
  tr: Transaction,
  position: number,
  name: SuggestionAttribute,
  value: string | null,
): Transaction => tr.setNodeAttribute(position, name, value);

/** The attributes of a node without what is suggested of it. */
export const plainAttributes = (attrs: Readonly<Record<string, unknown>>): BlockChange['attrs'] =>
  Object.fromEntries(
    Object.entries(attrs).filter(([name]) => !suggestionAttributes.some((each) => each === name)),
  ) as BlockChange['attrs'];

/** Marks that are no part of what an article says. */
export const asides: readonly string[] = ['comment', ...suggestionMarks];

/** Blocks whose words may be divided, and joined to those of another. */
export const divisible: readonly string[] = ['paragraph', 'heading', 'keyPoint'];
