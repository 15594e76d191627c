import type { EditorState, Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { betweenBackticks } from '../../editor/schema/marks.ts';
import { isOwnInsertion } from './own-suggestions.ts';

/** Whether a transaction is a typed backtick. */
export const isBacktick = ({ steps: [step, ...others] }: Transaction): boolean =>
  step instanceof ReplaceStep &&
  others.length === 0 &&
  step.slice.content.childCount === 1 &&
  step.slice.content.firstChild?.text === '`';

/**
 * Sets words between backticks as code where one person suggests all of them. Tiptap's own rule does not
 * apply to suggested text, which carries a mark. Null if there is nothing to set.
 */
export function setTypedCode(state: EditorState, by: string): Transaction | null {
  const { $from, empty } = state.selection;
  const { code } = state.schema.marks;
  if (!empty || code === undefined || $from.parent.type.spec.code) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset, null, '\uFFFC');
  const [, quoted] = betweenBackticks.exec(before) ?? [];
  if (quoted === undefined) return null;
  const { pos: end } = $from;
  const start = end - quoted.length;
  let isOwn = true;
  state.doc.nodesBetween(start, end, (node) => {
    if (node.isInline && !isOwnInsertion(node, by)) isOwn = false;
  });
  if (!isOwn) return null;
  return state.tr
    .delete(end - 1, end)
    .delete(start, start + 1)
    .addMark(start, end - 2, code.create())
    .removeStoredMark(code);
}
