import { Node, nodeInputRule } from '@tiptap/core';
import { Minus } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';

const Divider = Node.create({
  name: 'divider',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
  addInputRules() {
    return [nodeInputRule({ find: /^(?:---|—-|\*\*\*\s)$/, type: this.type })];
  },
});

export const divider: EditorBlock = {
  extensions: [Divider],
  insertions: [
    {
      id: 'divider',
      label: 'Divider',
      hint: 'A break between sections',
      icon: Minus,
      words: 'rule line hr break',
      run: (editor) => editor.chain().focus().insertContent({ type: 'divider' }).run(),
    },
  ],
};
