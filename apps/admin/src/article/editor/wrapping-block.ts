import type { Editor } from '@tiptap/core';
import { findWrapping } from '@tiptap/pm/transform';
import type { Block, BlockType } from '@viewpoints/domain/document/blocks';

/** A kind of block that has attributes, and goes round paragraphs and lists. */
type WrappingType = {
  [K in BlockType]: Extract<Block, { type: K }> extends { attrs: object; content: unknown[] }
    ? K
    : never;
}[BlockType];
type AttributesOf<K extends WrappingType> = Extract<Block, { type: K; attrs: object }>['attrs'];

/**
 * Puts a block round the paragraphs and lists at the selection; where others are among them, an
 * empty one is inserted.
 */
export function wrapInBlock<K extends WrappingType>(
  editor: Editor,
  type: K,
  attrs: AttributesOf<K>,
): void {
  const isRound = editor
    .chain()
    .focus()
    .command(({ tr, state }) => {
      const node = state.schema.nodes[type];
      const { $from, $to } = tr.selection;
      const range = $from.blockRange($to, (each) => each.type === state.schema.topNodeType);
      const wrapping = range && node ? findWrapping(range, node, attrs) : null;
      if (range && wrapping) tr.wrap(range, wrapping);
      return wrapping !== null;
    })
    .scrollIntoView()
    .run();
  if (isRound) return;
  const content = { type, attrs, content: [{ type: 'paragraph' }] };
  editor.chain().focus().insertContent(content).scrollIntoView().run();
}

/** Changes the attributes of the block at a position. */
export function changeBlock<K extends WrappingType>(
  editor: Editor,
  type: K,
  position: number,
  attrs: AttributesOf<K>,
): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      if (tr.doc.nodeAt(position)?.type.name !== type) return false;
      tr.setNodeMarkup(position, null, attrs);
      return true;
    })
    .run();
}

/** Takes the block at a position away and leaves what is in it. */
export function unwrapBlock(editor: Editor, type: WrappingType, position: number): void {
  editor
    .chain()
    .focus()
    .command(({ tr }) => {
      const node = tr.doc.nodeAt(position);
      if (node?.type.name !== type) return false;
      tr.replaceWith(position, position + node.nodeSize, node.content);
      return true;
    })
    .run();
}
