import type { Mark, Node } from '@tiptap/pm/model';
import { mayBecome } from '@viewpoints/domain/document/blocks';
import {
  type BlockChange,
  type FormatChange,
  readBlockChange,
  writeBlockChange,
} from '@viewpoints/working-copy/suggestions/suggestion';
import {
  isOwnInsertion,
  plainAttributes,
  type Suggesting,
  setAttribute,
} from './own-suggestions.ts';

/**
 * Suggests that words get a mark, or lose one. The same again, or the opposite, withdraws the
 * user's own suggestion.
 */
export function suggestFormat(
  { tr, key }: Suggesting,
  { from, to, mark, change }: { from: number; to: number; mark: Mark; change: 'add' | 'remove' },
): void {
  const { schema } = tr.doc.type;
  const what = JSON.stringify(mark.toJSON());
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return true;
    const [start, end] = [Math.max(position, from), Math.min(position + node.nodeSize, to)];
    const own = node.marks.find(
      ({ type, attrs }) =>
        type.name === 'format' && attrs.by === key.by && (attrs as FormatChange).mark === what,
    );
    if (own !== undefined) tr.removeMark(start, end, own);
    else if (!isOwnInsertion(node, key.by))
      tr.addMark(start, end, schema.mark('format', { ...key, change, mark: what }));
    else if (change === 'add') tr.addMark(start, end, mark);
    else tr.removeMark(start, end, mark);
    return false;
  });
}

/** Suggests that a block is of another kind. False if that cannot be suggested. */
export function suggestBlock(
  { tr, key }: Suggesting,
  position: number,
  to: { type: string; attrs: Record<string, unknown> },
): boolean {
  const node = tr.doc.nodeAt(position);
  if (node === null) return false;
  if (!mayBecome(node.type.name, to.type)) return false;
  const change: BlockChange = { type: to.type, attrs: plainAttributes(to.attrs) };
  const current = readBlockChange(node.attrs.suggestedChange);
  const isSame = (other: object) => JSON.stringify(other) === JSON.stringify(change);
  // The present state, or the user's own former suggestion: withdraws that.
  const isTakenBack = isSame(asChange(node)) || (current?.key.by === key.by && isSame(current.to));
  setAttribute(
    tr,
    position,
    'suggestedChange',
    isTakenBack ? null : writeBlockChange(current?.key.by === key.by ? current.key : key, change),
  );
  return true;
}

const asChange = (node: Node): BlockChange => ({
  type: node.type.name,
  attrs: plainAttributes(node.attrs),
});
