import { Node } from '@tiptap/core';
import { ListChecks } from 'lucide-react';
import type { EditorBlock } from '../editor-block.ts';
import { endPoint, leaveAtBeginning, toggleKeyPoints } from './key-points-commands.ts';

const KeyPoints = Node.create({
  name: 'keyPoints',
  group: 'block',
  content: 'keyPoint+',
  defining: true,
  parseHTML: () => [{ tag: 'ul[data-key-points]', priority: 60 }],
  renderHTML: () => ['ul', { 'data-key-points': '' }, 0],
});

const KeyPoint = Node.create({
  name: 'keyPoint',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'ul[data-key-points] > li', priority: 60 }],
  renderHTML: () => ['li', 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => endPoint(this.editor),
      Backspace: () => leaveAtBeginning(this.editor),
    };
  },
});

export const keyPoints: EditorBlock = {
  extensions: [KeyPoints, KeyPoint],
  wraps: [
    {
      id: 'keyPoints',
      label: 'Key points',
      hint: 'What the article says, in at most twelve points',
      icon: ListChecks,
      words: 'summary takeaways tldr at a glance',
      run: (editor) => toggleKeyPoints(editor),
    },
  ],
};
