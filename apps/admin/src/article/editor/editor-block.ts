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

/** How a block that goes round paragraphs and lists is recognised in what is pasted. */
export type PastedBlock = {
  /** The form in which a page of the journal has it, and the editor's own. */
  is: (element: HTMLElement) => boolean;
  /** The part of it that is not a paragraph, such as its title; null if it has no such part. */
  labelOf: (element: HTMLElement) => Element | null;
  /** The editor's own form, without what it is round. */
  write: (element: HTMLElement, to: Document) => HTMLElement;
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
  /** Where it goes round others: how it is pasted. */
  pasted?: PastedBlock;
  /** Whether its text is a caption. */
  isCaptioned?: boolean;
};
