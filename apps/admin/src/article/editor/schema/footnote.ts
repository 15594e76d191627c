import { Node } from '@tiptap/core';

/**
 * A footnote is at its place in the text, with its words inside it: moving a sentence moves its
 * notes. The node view shows and edits it (footnote-view.ts).
 */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,
  content: '(text | hardBreak)*',
  parseHTML: () => [{ tag: 'span[data-footnote]', priority: 60 }],
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
});
