import type { Editor } from '@tiptap/core';
import { Fragment, type Node as ProseMirrorNode, type ResolvedPos } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { maxKeyPoints } from '@viewpoints/domain/document/blocks/key-points';

/**
 * Makes key points of the paragraphs at the selection, or paragraphs of the key points that the
 * cursor is in. Where something else is selected, an empty point is inserted.
 */
export function toggleKeyPoints(editor: Editor): void {
  editor.commands.focus();
  if (pointsAround(editor.state.selection.$from) !== null) {
    leavePoints(editor);
    return;
  }
  const { state } = editor;
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to, (node) => node.type === state.schema.topNodeType);
  const paragraphs = range ? childrenOf(range.parent, range.startIndex, range.endIndex) : [];
  const { keyPoint, keyPoints } = state.schema.nodes;
  const fits =
    paragraphs.length <= maxKeyPoints && paragraphs.every(({ type }) => type.name === 'paragraph');
  if (!range || !fits || !keyPoint || !keyPoints) {
    const content = { type: 'keyPoints', content: [{ type: 'keyPoint' }] };
    editor.chain().insertContent(content).scrollIntoView().run();
    return;
  }
  const points = paragraphs.map((paragraph) => keyPoint.create(null, paragraph.content));
  const { anchor, head } = state.selection;
  const tr = state.tr.replaceWith(range.start, range.end, keyPoints.create(null, points));
  // Each paragraph is one deeper than it was.
  tr.setSelection(TextSelection.create(tr.doc, anchor + 1, head + 1));
  editor.view.dispatch(tr.scrollIntoView());
}

/**
 * Enter within key points: an empty point at their end leaves them, and no more are begun than a
 * reader is shown.
 */
export function endPoint(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const points = pointsAround($from);
  if (points === null) return false;
  const isLast = points.at.index() === points.node.childCount - 1;
  if (empty && isLast && $from.parent.content.size === 0) {
    if (points.node.childCount === 1) return leavePoints(editor);
    const below = points.at.after();
    const { from, to } = { from: $from.before(), to: $from.after() };
    return editor
      .chain()
      .insertContentAt(below, { type: 'paragraph' })
      .setTextSelection(below + 1)
      .deleteRange({ from, to })
      .scrollIntoView()
      .run();
  }
  return points.node.childCount >= maxKeyPoints || editor.commands.splitBlock();
}

/** Backspace at the beginning of key points makes paragraphs of them, as it does of a list. */
export function leaveAtBeginning(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const points = pointsAround($from);
  const isFirst = points !== null && points.at.index() === 0 && $from.parentOffset === 0;
  return empty && isFirst && leavePoints(editor);
}

/** Makes a paragraph of each point. */
function leavePoints(editor: Editor): boolean {
  const { state } = editor;
  const points = pointsAround(state.selection.$from);
  const { paragraph } = state.schema.nodes;
  if (points === null || !paragraph) return false;
  const paragraphs = childrenOf(points.node, 0, points.node.childCount).map(({ content }) =>
    paragraph.create(null, content),
  );
  const { from } = state.selection;
  const start = points.at.before();
  const tr = state.tr.replaceWith(start, points.at.after(), Fragment.from(paragraphs));
  tr.setSelection(TextSelection.create(tr.doc, from - 1));
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}

/** The key points that a position is in, with a position directly within them. */
function pointsAround($position: ResolvedPos): { node: ProseMirrorNode; at: ResolvedPos } | null {
  const depth = $position.depth - 1;
  if (depth < 1 || $position.node(depth).type.name !== 'keyPoints') return null;
  return {
    node: $position.node(depth),
    at: $position.doc.resolve($position.before(depth + 1)),
  };
}

const childrenOf = (parent: ProseMirrorNode, from: number, to: number): ProseMirrorNode[] =>
  Array.from({ length: to - from }, (_, index) => parent.child(from + index));
