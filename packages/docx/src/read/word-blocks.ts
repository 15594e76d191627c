import type { RunFormat } from './run-format.ts';
import type { Style } from './styles.ts';

/** A tracked change, by itself or round several runs. */
export type Change = {
  kind: 'insertion' | 'deletion' | 'moved_here' | 'moved_away' | 'formatting';
  author: string | null;
  at: string | null;
};

/** Whether words with these changes are gone once all of them are accepted. */
export const isGone = (changes: readonly Change[]): boolean =>
  changes.some(({ kind }) => kind === 'deletion' || kind === 'moved_away');

/** A link in the text; one object for all its runs. */
export type Link = {
  /** Null for a link to a place in the file. */
  href: string | null;
  /** What became of it, recorded while its words are converted. */
  fate: 'kept' | 'within' | 'unusable' | 'empty' | 'contents' | 'gone';
  words: string;
};

export type Picture = {
  /** The path of its data in the file; null if they are elsewhere. */
  path: string | null;
  linked: boolean;
  alt: string;
};

export type NoteKind = 'footnotes' | 'endnotes';

/** Inline content, with the tracked changes that it is part of. */
export type WordInline = { changes: readonly Change[] } & (
  | {
      type: 'text';
      text: string;
      format: RunFormat;
      /** The character style, where it has one. */
      style: Style | null;
      link: Link | null;
    }
  | { type: 'break' }
  | { type: 'note'; kind: NoteKind; blocks: WordBlock[] }
  | { type: 'picture'; picture: Picture }
  | { type: 'box'; blocks: WordBlock[] }
  | { type: 'rule' }
  | { type: 'formula'; text: string }
  /** A change without words of its own, such as that of a paragraph's end. */
  | { type: 'touch'; words: string }
  | { type: 'comment_start'; id: string }
  | { type: 'comment_end'; id: string }
  | { type: 'comment_here'; id: string }
  /** Content that is left out, reported at its place. */
  | { type: 'left_out'; code: LeftOutCode; words: string }
);

export type LeftOutCode =
  | 'drawing'
  | 'embedded_file'
  | 'hidden'
  | 'symbol'
  | 'picture_missing'
  | 'contents'
  | 'citation';

export type Numbering = {
  /** Paragraphs of one list have one id. */
  listId: string;
  level: number;
  /** Digits, letters and so on, as Word names them; "bullet" for none of these. */
  format: string;
  /** The number that it has. */
  number: number;
};

export type WordParagraph = {
  type: 'paragraph';
  style: Style | null;
  /** From 0, of the paragraph or its style; null for text. */
  outline: number | null;
  numbering: Numbering | null;
  /** How far it is set in beyond its style, in twentieths of a point. */
  indent: number;
  /** Whether the first line is set in or out by itself. */
  firstLine: number;
  dropCap: boolean;
  inlines: WordInline[];
  /** Changes of the paragraph's end: once a deletion is accepted the next one is joined to it. */
  endChanges: Change[];
  /** The paragraphs that it was before the ends between them were deleted; null or absent for a single one. */
  parts?: WordParagraph[] | null;
};

export type WordCell = { colspan: number; merge: 'begin' | 'continue' | null; blocks: WordBlock[] };
export type WordRow = { header: boolean; cells: WordCell[]; changes: Change[] };
export type WordTable = {
  type: 'table';
  rows: WordRow[];
  /** Whether the table says that its first row is set apart. */
  firstRow: boolean;
  /** A title or description for who cannot see it. */
  title: string;
};

export type WordBlock = WordParagraph | WordTable;
