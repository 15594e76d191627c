import type { AnyExtension, Editor, Extensions } from '@tiptap/core';
import type { LucideIcon } from 'lucide-react';
import type { EditorActions } from './editor-actions.ts';

/** A block, or something put into one, as toolbar and slash menu offer it. */
export type BlockCommand = {
  id: string;
  label: string;
  hint: string;
  icon: LucideIcon;
  /** Other words that find it in the menu. */
  words: string;
  keys?: string;
  run: (editor: Editor, actions: EditorActions) => void;
};

/** A kind of block in the editor: everything about it but its styles and dialog. */
export type EditorBlock = {
  /** Its node, under the domain's name, and those that are only found inside it. */
  extensions: Extensions;
  /** Its node as the editor shows it, where that is more than its HTML. */
  withView?: (actions: EditorActions) => AnyExtension;
  /** Commands that change the paragraph at the cursor. */
  styles?: readonly BlockCommand[];
  /** Commands that wrap the blocks at the cursor. */
  wraps?: readonly BlockCommand[];
  /** Commands that insert at the cursor. */
  insertions?: readonly BlockCommand[];
  /** Whether its text is a caption. */
  isCaptioned?: boolean;
};
