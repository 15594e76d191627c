import type { Node, NodeType } from '@tiptap/pm/model';
import { ReplaceStep, type Step } from '@tiptap/pm/transform';
import type { Json } from '@viewpoints/working-copy/suggestions/json';
import {
  isContainer,
  keptShare,
  kindOf,
  type PlacedBlock,
  placeBlocks,
} from '@viewpoints/working-copy/suggestions/move-blocks';
import {
  type BlockChange,
  readBlockChange,
  writeBlockChange,
} from '@viewpoints/working-copy/suggestions/suggestion';
import { keyOf, plainAttributes, type Suggesting, setAttribute } from './own-suggestions.ts';

/** Whether a step changes words within one block, and no block. */
export const isInOneBlock = (step: Step, doc: Node): boolean =>
  step instanceof ReplaceStep &&
  step.slice.openStart === 0 &&
  step.slice.openEnd === 0 &&
  doc.resolve(step.from).parent.inlineContent &&
  doc.resolve(step.from).sameParent(doc.resolve(step.to));

/**
 * Suggests to move blocks into other lists, quotes and the like, or out of them. False if a change
 * of the text is something else: of blocks, of words, or only of kinds.
 * @param before the text as it is
 * @param after the text as it would be
 * @param isUndoable whether repeating it withdraws it
 */
export function suggestMove(
  suggesting: Suggesting,
  { before, after, isUndoable }: { before: Node; after: Node; isUndoable: boolean },
): boolean {
  const [had, has] = [blocksIn(before), blocksIn(after)];
  const isSameText =
    had.length === has.length &&
    had.every(({ node }, index) => has[index]?.node.content.eq(node.content));
  if (!isSameText || !had.every((block, index) => isLike(block.node, has[index]?.node)))
    return false;
  const moves = movesBetween(had, has);
  if (moves.size === 0) return false;
  const found = [...moves].flatMap(([index, change]) => {
    const block = had[index];
    return block === undefined ? [] : [{ block, change }];
  });
  const isTakenBack = isUndoable && found.every((each) => takesBack(each, suggesting.key.by));
  for (const { block, change } of found)
    if (!setChange(suggesting, block, isTakenBack ? null : change)) return false;
  return true;
}

type EditorBlock = { node: Node; position: number; placed: PlacedBlock };

/** The blocks of a text in their order, as `placeBlocks` has them. */
function blocksIn(doc: Node): EditorBlock[] {
  const placed = placeBlocks((doc.toJSON() as Json).content ?? []);
  const found: EditorBlock[] = [];
  doc.descendants((node, position) => {
    if (isContainer(node.type.name) && node.childCount > 0) return true;
    const own = placed[found.length];
    if (own !== undefined) found.push({ node, position, placed: own });
    return false;
  });
  return found;
}

/** Whether a block is the same as before, or another kind of block of words. */
const isLike = (node: Node, other?: Node): boolean =>
  other !== undefined && (node.type === other.type || (isWords(node.type) && isWords(other.type)));

const isWords = ({ isTextblock, spec }: NodeType): boolean => isTextblock && spec.code !== true;

/** The new place of each block that would move, by its index. Others follow from those before them. */
function movesBetween(
  had: readonly EditorBlock[],
  has: readonly EditorBlock[],
): Map<number, BlockChange> {
  const moves = new Map<number, BlockChange>();
  let isMoved = false;
  for (const [index, { node, placed }] of had.entries()) {
    const now = has[index];
    if (now === undefined) continue;
    const { within, shared } = now.placed;
    const isElsewhere =
      namesOf(within) !== namesOf(placed.within) ||
      shared !== keptShare(has[index - 1]?.placed.within ?? [], placed);
    isMoved ||= isElsewhere;
    if (!isElsewhere && kindOf(ofNode(now.node)) === kindOf(ofNode(node))) continue;
    const containers = within.map(({ type, attrs }) => ({
      type,
      attrs: plainAttributes((attrs as Record<string, unknown> | undefined) ?? {}),
    }));
    moves.set(index, { ...ofNode(now.node), move: { within: containers, shared } });
  }
  return isMoved ? moves : new Map();
}

const namesOf = (within: readonly Json[]): string => within.map(kindOf).join();

const ofNode = (node: Node): Pick<BlockChange, 'type' | 'attrs'> => ({
  type: node.type.name,
  attrs: plainAttributes(node.attrs),
});

type Change = { block: EditorBlock; change: BlockChange };

/**
 * Whether a change withdraws the user's own suggestion: it is the same again, as with a button that
 * is pressed twice, or the opposite.
 */
function takesBack({ block, change }: Change, by: string): boolean {
  const current = readBlockChange(block.node.attrs.suggestedChange);
  if (current?.key.by !== by || current.to.move === undefined || change.move === undefined)
    return false;
  const [is, was, next] = [
    block.placed.within.length,
    current.to.move.within.length,
    change.move.within.length,
  ];
  if ((was > is && next < is) || (was < is && next > is)) return true;
  return JSON.stringify(current.to) === JSON.stringify(change) && (is === 0 || next === 0);
}

/** Suggests a change of a block, as part of the user's own suggestion if the block is in one. */
function setChange(
  { tr, key }: Suggesting,
  { node, position }: EditorBlock,
  change: BlockChange | null,
): boolean {
  const current = readBlockChange(node.attrs.suggestedChange);
  const around = tr.doc.resolve(position);
  const inserted = [node, ...Array.from({ length: around.depth }, (_, at) => around.node(at + 1))]
    .map((each) => keyOf(each, 'insertion'))
    .find((own) => own?.by === key.by);
  const own = inserted ?? (current?.key.by === key.by ? current.key : key);
  const value = change === null ? null : writeBlockChange(own, change);
  if (value !== null && readBlockChange(value) === null) return false;
  setAttribute(tr, position, 'suggestedChange', value);
  return true;
}
