import { Node } from '@tiptap/core';

/** Content of a block that contains blocks, as an expression of ProseMirror's. */
export const nested = '(paragraph | orderedList | bulletList)+';

export const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });

export const Text = Node.create({ name: 'text', group: 'inline' });

/** A line that ends without ending its paragraph. */
export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    const insert = () => this.editor.commands.insertContent({ type: 'hardBreak' });
    return { 'Shift-Enter': insert };
  },
});
