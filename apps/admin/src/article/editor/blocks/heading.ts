import { Node, textblockTypeInputRule } from '@tiptap/core';
import { Heading2, Heading3, Heading4, type LucideIcon } from 'lucide-react';
import type { BlockCommand, EditorBlock } from '../editor-block.ts';

type HeadingLevel = 2 | 3 | 4;
const headingLevels: readonly HeadingLevel[] = [2, 3, 4];

/** Headings 2 to 4: the first level is the headline, which is a field of its own. */
const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 2, rendered: false } }),
  parseHTML: () => headingLevels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node }) => [`h${node.attrs.level}`, 0],
  addInputRules() {
    return headingLevels.map((level) =>
      textblockTypeInputRule({
        find: new RegExp(`^#{${level}}\\s$`),
        type: this.type,
        getAttributes: { level },
      }),
    );
  },
  addKeyboardShortcuts() {
    return Object.fromEntries(
      headingLevels.map((level) => [
        `Mod-Alt-${level}`,
        () => this.editor.commands.toggleNode('heading', 'paragraph', { level }),
      ]),
    );
  },
});

const command = (level: HeadingLevel, icon: LucideIcon): BlockCommand => ({
  id: `heading${level}`,
  label: `Heading ${level}`,
  hint: level === 2 ? 'A section' : level === 3 ? 'Within a section' : 'The smallest',
  icon,
  words: `h${level} title section`,
  keys: `mod+alt+${level}`,
  run: (editor) => editor.chain().focus().setNode('heading', { level }).run(),
});

export const heading: EditorBlock = {
  extensions: [Heading],
  styles: [command(2, Heading2), command(3, Heading3), command(4, Heading4)],
};
