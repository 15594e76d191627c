import type { Inline } from '@viewpoints/domain/document/inline';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { type Marked, withChange } from './marked-blocks.ts';

/** Replaces a line in a block; null unless the block has it exactly once. */
export function replaceLine(
  block: Marked,
  line: readonly Inline[],
  next: readonly Inline[],
): Marked | null {
  const content = next as readonly unknown[] as Marked[];
  return changeOnly(block, line, ({ attrs, ...node }) => ({
    ...node,
    ...(attrs === undefined ? {} : { attrs }),
    content,
  }));
}

/** Marks the paragraph with a line as inserted, or the list item that consists only of it. */
export function markHolder(block: Marked, line: readonly Inline[], change: number): Marked | null {
  return changeOnly(block, line, (node) => withChange(node, 'suggestedInsertion', change), true);
}

/** Adds an item to a list, before or after the item whose first paragraph is a line. */
export function insertListItem(
  list: Marked,
  line: readonly Inline[],
  { marked, isBefore }: { marked: Marked; isBefore: boolean },
): Marked | null {
  const sought = stableJson(line);
  const isItem = ({ content: [first] = [] }: Marked) =>
    first !== undefined && stableJson(first.content ?? null) === sought;
  const items = list.content ?? [];
  const at = items.findIndex(isItem);
  if (at < 0 || at !== items.findLastIndex(isItem)) return null;
  return { ...list, content: items.toSpliced(isBefore ? at : at + 1, 0, marked) };
}

function changeOnly(
  block: Marked,
  line: readonly Inline[],
  act: (node: Marked) => Marked,
  ofHolder = false,
): Marked | null {
  const sought = stableJson(line);
  let found = 0;
  const isLine = ({ content }: Marked) =>
    content !== undefined && content.length === line.length && stableJson(content) === sought;
  const visit = (node: Marked): Marked => {
    const { content } = node;
    const [only, ...others] = content ?? [];
    const isHolder = ofHolder && node.type === 'listItem' && others.length === 0;
    if (isLine(node) || (isHolder && only !== undefined && isLine(only))) {
      found += 1;
      return act(node);
    }
    return content === undefined ? node : { ...node, content: content.map(visit) };
  };
  const changed = visit(block);
  return found === 1 ? changed : null;
}
