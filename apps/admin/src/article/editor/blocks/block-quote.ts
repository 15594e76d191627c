import { Node, wrappingInputRule } from '@tiptap/core';
import { Quote } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { nested } from '../schema/base-nodes.ts';

const BlockQuote = Node.create({
  name: 'blockQuote',
  group: 'block',
  content: nested,
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
  },
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleWrap('blockQuote') };
  },
});

export const blockQuote: EditorBlock = {
  extensions: [BlockQuote],
  wraps: [
    {
      id: 'blockQuote',
      label: 'Block quote',
      hint: 'The words of somebody else',
      icon: Quote,
      words: 'citation',
      keys: 'mod+shift+b',
      run: (editor) => editor.chain().focus().toggleWrap('blockQuote').run(),
    },
  ],
};
