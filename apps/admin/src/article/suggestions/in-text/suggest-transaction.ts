import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  AddMarkStep,
  AttrStep,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
} from '@tiptap/pm/transform';
import { isContainer } from '@viewpoints/working-copy/suggestions/move-blocks';
import {
  type SuggestionKey,
  suggestionAttributes,
  writeKey,
} from '@viewpoints/working-copy/suggestions/suggestion';
import {
  adjacentKey,
  asides,
  divisible,
  isInOwnInsertion,
  keyOf,
  type Suggesting,
  setAttribute,
} from './own-suggestions.ts';
import { suggestDeletion } from './suggest-deletion.ts';
import { suggestBlock, suggestFormat } from './suggest-format.ts';
import { breakOf, suggestInsertion } from './suggest-insertion.ts';
import { isInOneBlock, suggestMove } from './suggest-move.ts';

/** Maps a position before a step, now that the steps before it are suggestions. */
type Place = (position: number, side: -1 | 1) => number;

/**
 * The user's edit as a suggestion. Null if it cannot be one: lists, tables and other changes of
 * structure.
 */
export function suggestTransaction(
  original: Transaction,
  state: EditorState,
  { by, newId }: { by: string; newId: () => string },
): Transaction | null {
  const { tr } = state;
  const [first] = original.steps;
  const range = first instanceof ReplaceStep ? first : null;
  const beside = range && adjacentKey(state.doc, range.from, range.to, by);
  const suggesting: Suggesting = { tr, key: beside ?? { by, id: newId() } };
  const { steps } = original;
  const isOfWords = steps.every((step, index) => isInOneBlock(step, docAt(original, index)));
  const isDone =
    !isOfWords &&
    (suggestOneKind(suggesting, steps, placeAt(original, 0, tr)) ||
      suggestMove(suggesting, {
        before: original.before,
        after: original.doc,
        isUndoable: steps[0] instanceof ReplaceAroundStep,
      }));
  if (!isDone)
    for (const [index, step] of steps.entries())
      if (!suggestStep(suggesting, step, placeAt(original, index, tr))) return null;
  select(original, state, tr);
  // After the selection is set, which clears the marks for what is typed next.
  copyAsides(original, tr);
  return tr;
}

const docAt = (original: Transaction, index: number): Node =>
  original.docs[index] ?? original.before;

const placeAt =
  (original: Transaction, count: number, tr: Transaction): Place =>
  (position, side) => {
    const maps = original.mapping.maps.slice(0, count).toReversed();
    return tr.mapping.map(
      maps.reduce((at, map) => map.invert().map(at, side), position),
      side,
    );
  };

/** Suggests another kind for one block, such as a list. False for anything else. */
function suggestOneKind(suggesting: Suggesting, steps: readonly Step[], place: Place): boolean {
  const [step] = steps;
  return (
    steps.length === 1 && step instanceof ReplaceAroundStep && suggestKind(suggesting, step, place)
  );
}

/** False if a step cannot be suggested. */
function suggestStep(suggesting: Suggesting, step: Step, place: Place): boolean {
  if (step instanceof ReplaceStep) return suggestReplacement(suggesting, step, place);
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep)
    return suggestMark(suggesting, step, place);
  if (step instanceof AttrStep) return suggestAttribute(suggesting, step, place);
  if (step instanceof ReplaceAroundStep) return suggestKind(suggesting, step, place);
  return false;
}

function suggestReplacement(suggesting: Suggesting, step: ReplaceStep, place: Place): boolean {
  const { tr, key } = suggesting;
  const [from, to] = [place(step.from, -1), place(step.to, 1)];
  const $from = tr.doc.resolve(from);
  const { slice } = step;
  const own = ownBlockAround($from, to, key.by);
  if (own !== null) {
    if (tr.maybeStep(new ReplaceStep(from, to, slice)).failed !== null) return false;
    keepInBlock(tr, own, from, from + slice.size);
    return true;
  }
  if (isBeginningAgain(step)) {
    suggestDeletion(suggesting, { from, to, isJoining: false });
    return true;
  }
  const isSplit = slice.size > 0 && slice.size === slice.openStart + slice.openEnd;
  if (isSplit && step.from === step.to) return suggestBreak(suggesting, to);
  if (to > from) suggestDeletion(suggesting, { from, to, isJoining: true });
  return slice.size === 0 || suggestInsertion(suggesting, place(step.to, 1), slice);
}

/**
 * Whether a replacement only deletes: what it writes are containers without words, for the rest of the text.
 * Deleting a whole paragraph in a list replaces from before the list, and begins with a list.
 */
function isBeginningAgain({ from, to, slice }: ReplaceStep): boolean {
  let isEmpty = true;
  slice.content.descendants((node) => {
    isEmpty &&= isContainer(node.type.name);
    return isEmpty;
  });
  return to > from && slice.size > 0 && isEmpty;
}

/** The innermost block around a range that the writer has suggested. */
function ownBlockAround($from: ResolvedPos, to: number, by: string): OwnBlock | null {
  for (let depth = $from.sharedDepth(to); depth > 0; depth -= 1) {
    const key = keyOf($from.node(depth), 'insertion');
    if (key?.by === by) return { depth, key };
  }
  return null;
}

type OwnBlock = { depth: number; key: SuggestionKey };

/** Gives blocks split off a suggested block, such as its second half, the same suggestion. */
function keepInBlock(tr: Transaction, { depth, key }: OwnBlock, from: number, to: number): void {
  tr.doc.nodesBetween(from, to, (node, position) => {
    const parents = tr.doc.resolve(position).depth;
    if (parents === depth - 1 && keyOf(node, 'insertion') === null)
      setAttribute(tr, position, 'suggestedInsertion', writeKey(key));
    return parents < depth - 1;
  });
}

/** Suggests the end of a paragraph. */
function suggestBreak({ tr, key }: Suggesting, at: number): boolean {
  const { parent } = tr.doc.resolve(at);
  if (!divisible.includes(parent.type.name)) return false;
  tr.insert(at, breakOf(tr.doc.type.schema, key));
  return true;
}

function suggestMark(
  suggesting: Suggesting,
  step: AddMarkStep | RemoveMarkStep,
  place: Place,
): boolean {
  const { tr } = suggesting;
  const { mark } = step;
  const [from, to] = [place(step.from, -1), place(step.to, 1)];
  const change = step instanceof AddMarkStep ? 'add' : 'remove';
  if (!asides.includes(mark.type.name)) suggestFormat(suggesting, { from, to, mark, change });
  else if (change === 'add') tr.addMark(from, to, mark);
  else tr.removeMark(from, to, mark);
  return true;
}

function suggestAttribute(suggesting: Suggesting, step: AttrStep, place: Place): boolean {
  const { tr, key } = suggesting;
  const position = place(step.pos, 1);
  const node = tr.doc.nodeAt(position);
  if (node === null) return false;
  const isAside = suggestionAttributes.some((name) => name === step.attr);
  if (isAside || isInOwnInsertion(tr.doc.resolve(position + 1), key.by))
    return tr.maybeStep(new AttrStep(position, step.attr, step.value)).failed === null;
  const attrs = { ...node.attrs, [step.attr]: step.value };
  return suggestBlock(suggesting, position, { type: node.type.name, attrs });
}

/** Suggests another kind for a block; false for any other change around a block. */
function suggestKind(suggesting: Suggesting, step: ReplaceAroundStep, place: Place): boolean {
  const { tr, key } = suggesting;
  const { slice, insert, gapFrom, gapTo } = step;
  const position = place(step.from, 1);
  const [to] = slice.content.content;
  const isAround = gapFrom === step.from + 1 && gapTo === step.to - 1 && insert === 1;
  if (to === undefined || !isAround || slice.content.childCount > 1 || slice.size !== 2)
    return false;
  const node = tr.doc.nodeAt(position);
  // The second half of a paragraph that would be divided is no block yet.
  if (node === null || node.isInline) return true;
  if (isInOwnInsertion(tr.doc.resolve(position + 1), key.by)) {
    tr.setNodeMarkup(position, to.type, {
      ...to.attrs,
      suggestedInsertion: node.attrs.suggestedInsertion,
    });
    return true;
  }
  return suggestBlock(suggesting, position, { type: to.type.name, attrs: to.attrs });
}

/** The parts of a transaction other than steps: metadata for plugins, and scrolling. */
function copyAsides(original: Transaction, tr: Transaction): void {
  const { meta } = original as unknown as { meta: Record<string, unknown> };
  for (const [name, value] of Object.entries(meta)) tr.setMeta(name, value);
  if (original.storedMarksSet) tr.setStoredMarks(original.storedMarks);
  if (original.scrolledIntoView) tr.scrollIntoView();
}

/** The cursor is where it would be; before words that stay to be deleted, unless it went over them. */
function select(original: Transaction, state: EditorState, tr: Transaction): void {
  const { selection } = original;
  if (!(selection instanceof TextSelection)) return;
  const [step] = original.steps;
  const isDeletion = step instanceof ReplaceStep && step.slice.size === 0 && step.to > step.from;
  const isForward = isDeletion && state.selection.empty && state.selection.head === step.from;
  const place = placeAt(original, original.steps.length, tr);
  const at = place(selection.head, isDeletion && !isForward ? -1 : 1);
  const anchor = selection.empty ? at : place(selection.anchor, -1);
  const [$anchor, $head] = [tr.doc.resolve(anchor), tr.doc.resolve(at)];
  tr.setSelection(TextSelection.between($anchor, $head));
}
