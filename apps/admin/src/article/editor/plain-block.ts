import { Node } from '@tiptap/core';
import { type BlockType, nodeName } from '@viewpoints/domain/document/blocks';
import { capitalised } from '@viewpoints/domain/text/sentence';
import type { BlockCommand, EditorBlock } from './editor-block.ts';

/**
 * A block of words without attributes, which a paragraph becomes and which becomes one again: its node, and
 * its entry in toolbar and slash menu. `look` are its classes in the editor.
 */
export function plainBlock(
  type: BlockType,
  { look, ...command }: Pick<BlockCommand, 'hint' | 'icon' | 'words'> & { look: string },
): EditorBlock {
  const attribute = `data-${type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const node = Node.create({
    name: type,
    group: 'block',
    content: 'inline*',
    defining: true,
    parseHTML: () => [{ tag: `p[${attribute}]`, priority: 60 }],
    renderHTML: () => ['p', { [attribute]: '', class: look }, 0],
  });
  return {
    extensions: [node],
    styles: [
      {
        ...{ id: type, label: capitalised(nodeName(type)), ...command },
        run: (editor) => editor.chain().focus().toggleNode(type, 'paragraph').run(),
      },
    ],
  };
}
