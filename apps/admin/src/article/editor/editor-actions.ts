import type { EditorView } from '@tiptap/pm/view';

/**
 * What the editor asks of the screen around it. Dialogs take a view rather than the editor,
 * because a footnote is edited in a view of its own.
 */
export type EditorActions = {
  editLink: (view: EditorView) => void;
  editLanguage: (view: EditorView) => void;
  /** A picture to place at the selection; without a file, one is asked for. */
  addFigure: (file: File | null) => void;
  /** Alternative text and credit of the figure at a position. */
  editFigure: (position: number) => void;
  /** Something that stands on another site; its address where that is known. */
  addEmbed: (href: string) => void;
  /** Address, title and still of the embed at a position. */
  editEmbed: (position: number) => void;
  proposeFinding: () => void;
  openFinding: (id: string) => void;
  openHelp: () => void;
  /** What a paste could not bring along, in a sentence. */
  tell: (sentence: string) => void;
};
