import { Node } from '@tiptap/core';

/**
 * A footnote stands where it is called, with its words inside it: moving a sentence moves its
 * notes. How it is shown and edited is the node view's business (footnote-view.ts).
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
