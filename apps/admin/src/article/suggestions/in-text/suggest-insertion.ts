import {
  Fragment,
  type Mark,
  type Node,
  type NodeType,
  type ResolvedPos,
  type Schema,
  Slice,
} from '@tiptap/pm/model';
import {
  type SuggestionKey,
  suggestedBreak,
  suggestionAttributes,
  writeKey,
} from '@viewpoints/working-copy/suggestions/suggestion';
import { asides, divisible, type Suggesting } from './own-suggestions.ts';

/** Suggests that what is typed, pasted or chosen is put in. False if that cannot be suggested. */
export function suggestInsertion(suggesting: Suggesting, at: number, slice: Slice): boolean {
  const { tr, key } = suggesting;
  const { parent } = tr.doc.resolve(at);
  const lines = linesOf(slice);
  if (lines === null) return insertBlocks(suggesting, at, slice.content);
  if (lines.length > 1 && !divisible.includes(parent.type.name)) return false;
  if (!parent.inlineContent) {
    const isEmpty = lines.every((line) => line.size === 0);
    // An empty paragraph in place of a deletion is not inserted: there is one already.
    return isEmpty || insertBlocks(suggesting, at, slice.content);
  }
  const parts = lines.flatMap((line, index) =>
    index === 0 ? [...line.content] : [breakOf(tr.doc.type.schema, key), ...line.content],
  );
  const content = Fragment.fromArray(parts.map((node) => suggested(node, key)));
  tr.replace(at, at, new Slice(content, 0, 0));
  return true;
}

/** A sign where a paragraph would end. */
export const breakOf = (schema: Schema, key: SuggestionKey): Node =>
  schema.node(suggestedBreak, { suggestedInsertion: writeKey(key) });

/** The lines of words that are put in; null if they are more than paragraphs. */
function linesOf({ content, openStart, openEnd }: Slice): Fragment[] | null {
  const nodes = [...content.content];
  if (nodes.every(({ isInline }) => isInline)) return [content];
  const [only] = nodes;
  // Part of the text of one block, of any kind.
  if (nodes.length === 1 && only && openStart > 0 && openEnd > 0 && !only.isTextblock)
    return linesOf(new Slice(only.content, openStart - 1, openEnd - 1));
  if (nodes.length === 1 && only?.isTextblock && openStart > 0 && openEnd > 0)
    return [only.content];
  if (openStart === 0 && openEnd === 0) return null;
  if (!nodes.every(({ type }) => type.name === 'paragraph')) return null;
  return nodes.map((node) => node.content);
}

/** Puts whole blocks in: here or, within a paragraph, behind the block that this is in. */
function insertBlocks({ tr, key }: Suggesting, at: number, content: Fragment): boolean {
  const $at = tr.doc.resolve(at);
  const items = itemsOf($at, content);
  const place = items?.place ?? ($at.parent.inlineContent ? $at.after(1) : at);
  const { parent } = tr.doc.resolve(place);
  const nodes = items?.nodes ?? content.content;
  const blocks = Fragment.fromArray(nodes.map((node) => suggested(node, key)));
  const index = tr.doc.resolve(place).index();
  if (!parent.canReplace(index, index, blocks)) return false;
  tr.insert(place, blocks);
  return true;
}

/**
 * Lists and items within a list are items of it, behind the one that this is in. Null for anything else.
 */
function itemsOf($at: ResolvedPos, { content }: Fragment): { place: number; nodes: Node[] } | null {
  const isLists = content.every(({ type }) => isItem(type) || lists.includes(type.name));
  const depth = $at.parent.inlineContent ? $at.depth - 1 : $at.depth;
  if (!isLists || depth < 1 || !isItem($at.node(depth).type)) return null;
  const nodes = content.flatMap((node) => (isItem(node.type) ? node : [...node.content.content]));
  return { place: $at.after(depth), nodes: nodes.map(withoutEmptyStart) };
}

/** Without the end of the paragraph that an item was pasted into. */
const withoutEmptyStart = (item: Node): Node =>
  item.childCount > 1 && item.firstChild?.content.size === 0
    ? item.copy(item.content.cut(item.firstChild.nodeSize))
    : item;

const isItem = ({ name }: NodeType): boolean => name === 'listItem';

const lists = ['bulletList', 'orderedList'];

/** A node as a suggestion; its content is part of that. */
function suggested(node: Node, key: SuggestionKey): Node {
  if (node.isText) {
    const marks = [...plainMarks(node), node.type.schema.mark('insertion', key)];
    return node.mark(marks.reduce((set: readonly Mark[], mark) => mark.addToSet(set), []));
  }
  return plain(node, { suggestedInsertion: writeKey(key) });
}

function plain(node: Node, attrs: Record<string, unknown> = {}): Node {
  if (node.isText) return node.mark(plainMarks(node));
  const unset = Object.fromEntries(suggestionAttributes.map((name) => [name, null]));
  const content = Fragment.fromArray([...node.content.content].map((child) => plain(child)));
  return node.type.create({ ...node.attrs, ...unset, ...attrs }, content, node.marks);
}

const plainMarks = (node: Node): Mark[] =>
  node.marks.filter(({ type }) => !asides.includes(type.name));
