import { Node } from '@tiptap/core';
import { MessageSquareQuote } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';

const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'p[data-pull-quote]', priority: 60 }],
  renderHTML: () => ['p', { 'data-pull-quote': '' }, 0],
});

export const pullQuote: EditorBlock = {
  extensions: [PullQuote],
  styles: [
    {
      id: 'pullQuote',
      label: 'Pull quote',
      hint: 'A sentence of the article, set large',
      icon: MessageSquareQuote,
      words: 'callout large',
      run: (editor) => editor.chain().focus().toggleNode('pullQuote', 'paragraph').run(),
    },
  ],
};
