import type { Editor } from '@tiptap/core';
import {
  Code,
  Heading2,
  Heading3,
  Heading4,
  ImagePlus,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareQuote,
  Minus,
  MonitorPlay,
  Pilcrow,
  Quote,
  Superscript,
  Table2,
} from 'lucide-react';
import type { EditorActions } from './editor-actions.ts';
import { insertFootnote } from './notes/footnote-with-view.ts';
import type { HeadingLevel } from './schema/text-blocks.ts';
import { insertTable } from './tables/table-commands.ts';

/** A block, or something put into one, as toolbar and slash menu offer it. */
export type BlockCommand = {
  id: string;
  label: string;
  hint: string;
  icon: LucideIcon;
  /** Other words somebody may type for it. */
  words: string;
  keys?: string;
  run: (editor: Editor, actions: EditorActions) => void;
};

const heading = (level: HeadingLevel, icon: LucideIcon): BlockCommand => ({
  id: `heading${level}`,
  label: `Heading ${level}`,
  hint: level === 2 ? 'A section' : level === 3 ? 'Within a section' : 'The smallest',
  icon,
  words: `h${level} title section`,
  keys: `mod+alt+${level}`,
  run: (editor) => editor.chain().focus().setNode('heading', { level }).run(),
});

/** Kinds of text: what the paragraph at the cursor may become. */
export const textStyles: readonly BlockCommand[] = [
  {
    id: 'paragraph',
    label: 'Paragraph',
    hint: 'Plain prose',
    icon: Pilcrow,
    words: 'text prose normal',
    keys: 'mod+alt+0',
    run: (editor) => editor.chain().focus().setNode('paragraph').run(),
  },
  heading(2, Heading2),
  heading(3, Heading3),
  heading(4, Heading4),
  {
    id: 'pullQuote',
    label: 'Pull quote',
    hint: 'A sentence of the article, set large',
    icon: MessageSquareQuote,
    words: 'callout large',
    run: (editor) => editor.chain().focus().toggleNode('pullQuote', 'paragraph').run(),
  },
  {
    id: 'codeBlock',
    label: 'Code',
    hint: 'Set as typed',
    icon: Code,
    words: 'pre monospace',
    run: (editor) => editor.chain().focus().toggleNode('codeBlock', 'paragraph').run(),
  },
];

/** Blocks around text. */
export const wraps: readonly BlockCommand[] = [
  {
    id: 'bulletList',
    label: 'Bullet list',
    hint: 'In no order',
    icon: List,
    words: 'ul unordered points',
    keys: 'mod+shift+8',
    run: (editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run(),
  },
  {
    id: 'orderedList',
    label: 'Numbered list',
    hint: 'In order',
    icon: ListOrdered,
    words: 'ol ordered steps',
    keys: 'mod+shift+7',
    run: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
  },
  {
    id: 'blockQuote',
    label: 'Block quote',
    hint: 'The words of somebody else',
    icon: Quote,
    words: 'citation',
    keys: 'mod+shift+b',
    run: (editor) => editor.chain().focus().toggleWrap('blockQuote').run(),
  },
];

/** What is put in at the cursor. */
export const insertions: readonly BlockCommand[] = [
  {
    id: 'footnote',
    label: 'Footnote',
    hint: 'Its words stay with the sentence',
    icon: Superscript,
    words: 'note endnote reference',
    keys: 'mod+alt+f',
    run: (editor) => void (editor.commands.focus() && insertFootnote(editor)),
  },
  {
    id: 'figure',
    label: 'Picture',
    hint: 'With a description in words',
    icon: ImagePlus,
    words: 'image photo figure upload',
    run: (_editor, actions) => actions.addFigure(null),
  },
  {
    id: 'embed',
    label: 'Embed',
    hint: 'A video, post, map or chart of another site',
    icon: MonitorPlay,
    words: 'video youtube vimeo mastodon post tweet map chart iframe',
    run: (_editor, actions) => actions.addEmbed(''),
  },
  {
    id: 'table',
    label: 'Table',
    hint: 'Three by three, with a header row',
    icon: Table2,
    words: 'grid rows columns',
    run: (editor) => insertTable(editor),
  },
  {
    id: 'divider',
    label: 'Divider',
    hint: 'A break between sections',
    icon: Minus,
    words: 'rule line hr break',
    run: (editor) => editor.chain().focus().insertContent({ type: 'divider' }).run(),
  },
];

export const allBlocks: readonly BlockCommand[] = [...textStyles, ...wraps, ...insertions];

/** Blocks that answer to what was typed, the closest first. */
export function matchingBlocks(query: string): BlockCommand[] {
  const wanted = query.trim().toLowerCase();
  const place = (block: BlockCommand) => {
    const label = block.label.toLowerCase();
    if (label.startsWith(wanted)) return 0;
    if (label.includes(wanted)) return 1;
    return block.words.split(' ').some((word) => word.startsWith(wanted)) ? 2 : 3;
  };
  return allBlocks.filter((block) => place(block) < 3).toSorted((a, b) => place(a) - place(b));
}
