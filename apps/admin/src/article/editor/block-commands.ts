import { Superscript } from 'lucide-react';
import type { BlockCommand } from './editor-block.ts';
import { editorBlocks } from './editor-blocks.ts';
import { insertFootnote } from './notes/footnote-with-view.ts';
import { leaveNote } from './notes/leave-note.ts';

/** A footnote goes into a block; it is not a block itself. */
const footnote: BlockCommand = {
  id: 'footnote',
  label: 'Footnote',
  hint: 'Its words stay with the sentence',
  icon: Superscript,
  words: 'note endnote reference',
  keys: 'mod+alt+f',
  run: (editor) => void (editor.commands.focus() && insertFootnote(editor)),
};

/** Kinds of text: what the paragraph at the cursor may become. */
export const textStyles = editorBlocks.flatMap(({ styles = [] }) => styles);

/** Blocks around text. */
export const wraps = editorBlocks.flatMap(({ wraps = [] }) => wraps);

/** Blocks that can be inserted at the cursor. */
export const insertions = [
  footnote,
  ...editorBlocks.flatMap(({ insertions = [] }) => insertions),
].map(
  (command): BlockCommand => ({
    ...command,
    run: (editor, actions) => {
      leaveNote(editor);
      command.run(editor, actions);
    },
  }),
);

const allBlocks: readonly BlockCommand[] = [...textStyles, ...wraps, ...insertions];

/** Blocks that answer to what was typed, the closest first. */
export function matchingBlocks(typed: string): BlockCommand[] {
  const query = typed.trim().toLowerCase();
  const place = (block: BlockCommand) => {
    const label = block.label.toLowerCase();
    if (label.startsWith(query)) return 0;
    if (label.includes(query)) return 1;
    return block.words.split(' ').some((word) => word.startsWith(query)) ? 2 : 3;
  };
  return allBlocks.filter((block) => place(block) < 3).toSorted((a, b) => place(a) - place(b));
}
