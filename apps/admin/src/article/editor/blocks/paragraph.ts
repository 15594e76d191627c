import { Node } from '@tiptap/core';
import { Pilcrow } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';

const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-0': () => this.editor.commands.setNode('paragraph') };
  },
});

export const paragraph: EditorBlock = {
  extensions: [Paragraph],
  styles: [
    {
      id: 'paragraph',
      label: 'Paragraph',
      hint: 'Plain prose',
      icon: Pilcrow,
      words: 'text prose normal',
      keys: 'mod+alt+0',
      run: (editor) => editor.chain().focus().setNode('paragraph').run(),
    },
  ],
};
