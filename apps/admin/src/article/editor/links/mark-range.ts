import type { Mark, MarkType } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

export type MarkedRange = { from: number; to: number; mark: Mark | null };

/** The selection with the mark in it or, with a bare cursor, the whole of the mark around it. */
export function markedRange(state: EditorState, type: MarkType): MarkedRange {
  const { from, to, empty, $from } = state.selection;
  if (!empty) {
    let mark: Mark | null = null;
    state.doc.nodesBetween(from, to, (node) => {
      mark ??= type.isInSet(node.marks) ?? null;
    });
    return { from, to, mark };
  }
  const mark = type.isInSet($from.marks()) ?? null;
  if (mark === null) return { from, to, mark };
  const { parent } = $from;
  let start = $from.index();
  let end = start;
  while (start > 0 && mark.isInSet(parent.child(start - 1).marks)) start -= 1;
  while (end < parent.childCount && mark.isInSet(parent.child(end).marks)) end += 1;
  const before = (count: number) =>
    Array.from({ length: count }, (_, index) => parent.child(index).nodeSize).reduce(
      (a, b) => a + b,
      0,
    );
  return { from: $from.start() + before(start), to: $from.start() + before(end), mark };
}

/** Whether there are words that a link could go on, or a link to change. */
export function isLinkable(state: EditorState): boolean {
  const { link } = state.schema.marks;
  return link !== undefined && (!state.selection.empty || markedRange(state, link).mark !== null);
}

/** Puts a mark on a range, or takes it off; writes `text` where the range is empty. */
export function writeMark(
  view: EditorView,
  range: MarkedRange,
  mark: Mark | null,
  type: MarkType,
  text: string,
): void {
  const { tr, schema } = view.state;
  if (mark !== null && range.from === range.to) tr.insert(range.from, schema.text(text, [mark]));
  else {
    tr.removeMark(range.from, range.to, type);
    if (mark !== null) tr.addMark(range.from, range.to, mark);
  }
  const end = tr.mapping.map(range.to);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).removeStoredMark(type));
  view.focus();
}
