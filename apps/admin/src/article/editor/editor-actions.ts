import type { EditorView } from '@tiptap/pm/view';
import type { BlockType } from '@viewpoints/domain/document/blocks';

/**
 * A new block to place at the selection, with the file or the address that it is made of where
 * that is known, or several of several files; or the block at a position.
 */
export type BlockRequest =
  | { kind: 'new'; file?: File; files?: readonly File[]; href?: string }
  | { kind: 'edit'; position: number };

/**
 * What the editor calls on the screen around it. Dialogs take a view rather than the editor,
 * because a footnote is edited in a view of its own.
 */
export type EditorActions = {
  editLink: (view: EditorView) => void;
  editLanguage: (view: EditorView) => void;
  /** Opens the dialog of a kind of block. */
  openBlock: (block: BlockType, request: BlockRequest) => void;
  proposeFinding: () => void;
  openFinding: (id: string) => void;
  /** Begins a comment on the selected words. */
  comment: () => void;
  openComment: (id: string) => void;
  /** Opens the bar to find words in the text. */
  find: () => void;
  openHelp: () => void;
  /** Reports what a paste left out, in a sentence. */
  tell: (sentence: string) => void;
};
