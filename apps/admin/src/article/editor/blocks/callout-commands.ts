import type { Editor } from '@tiptap/core';
import { findWrapping } from '@tiptap/pm/transform';
import type { Callout } from '@viewpoints/domain/document/blocks/callout';

/**
 * Puts a callout round the paragraphs and lists at the selection; where others are among them, an
 * empty one is inserted.
 */
export function insertCallout(editor: Editor, attrs: Callout['attrs']): void {
  const isRound = editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const type = state.schema.nodes.callout;
      const { $from, $to } = tr.selection;
      const range = $from.blockRange($to, (node) => node.type === state.schema.topNodeType);
      const wrapping = range && type ? findWrapping(range, type, attrs) : null;
      if (range && wrapping) tr.wrap(range, wrapping);
      return wrapping !== null;
    })
    .scrollIntoView()
    .run();
  if (isRound) return;
  const content = { type: 'callout', attrs, content: [{ type: 'paragraph' }] };
  editor.chain().focus().insertContent(content).scrollIntoView().run();
}

/** Changes the kind and the title of the callout at a position. */
export function changeCallout(editor: Editor, position: number, attrs: Callout['attrs']): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      if (tr.doc.nodeAt(position)?.type.name !== 'callout') return false;
      tr.setNodeMarkup(position, null, attrs);
      return true;
    })
    .run();
}

/** Takes the callout at a position away and leaves what is in it. */
export function removeCallout(editor: Editor, position: number): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      const node = tr.doc.nodeAt(position);
      if (node?.type.name !== 'callout') return false;
      tr.replaceWith(position, position + node.nodeSize, node.content);
      return true;
    })
    .run();
}
