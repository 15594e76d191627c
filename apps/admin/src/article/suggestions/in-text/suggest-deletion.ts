import type { Node } from '@tiptap/pm/model';
import { suggestedBreak, writeKey } from '@viewpoints/working-copy/suggestions/suggestion';
import {
  divisible,
  isOwnInsertion,
  keyOf,
  type Suggesting,
  setAttribute,
} from './own-suggestions.ts';

type Act = (suggesting: Suggesting) => void;

/**
 * Suggests that a stretch of the text is deleted. The user's own suggestions are simply removed; if
 * the stretch includes the start of a block, that may be joined to the one before.
 */
export function suggestDeletion(
  suggesting: Suggesting,
  { from, to, isJoining }: { from: number; to: number; isJoining: boolean },
): void {
  const { by } = suggesting.key;
  const acts: Act[] = [];
  suggesting.tr.doc.nodesBetween(from, to, (node, position) => {
    const end = position + node.nodeSize;
    if (node.isText) {
      acts.push(deleteText(node, Math.max(position, from), Math.min(end, to), by));
      return false;
    }
    if (position >= from && end <= to) {
      acts.push(deleteNode(node, position, by));
      return false;
    }
    if (isJoining && position >= from && divisible.includes(node.type.name))
      acts.push(joinBlock(node, position));
    return true;
  });
  // From the end, so that what is still to be done stays where it was found.
  for (const act of acts.toReversed()) act(suggesting);
}

function deleteText(node: Node, from: number, to: number, by: string): Act {
  if (isOwnInsertion(node, by)) return ({ tr }) => tr.delete(from, to);
  if (keyOf(node, 'deletion') !== null) return nothing;
  return ({ tr, key }) => tr.addMark(from, to, tr.doc.type.schema.mark('deletion', key));
}

function deleteNode(node: Node, position: number, by: string): Act {
  if (isOwnInsertion(node, by)) return ({ tr }) => tr.delete(position, position + node.nodeSize);
  if (node.type.name === suggestedBreak || keyOf(node, 'deletion') !== null) return nothing;
  return ({ tr, key }) => setAttribute(tr, position, 'suggestedDeletion', writeKey(key));
}

const joinBlock =
  (node: Node, position: number): Act =>
  ({ tr, key }) => {
    if (node.attrs.suggestedJoin === null)
      setAttribute(tr, position, 'suggestedJoin', writeKey(key));
  };

const nothing: Act = () => {};
