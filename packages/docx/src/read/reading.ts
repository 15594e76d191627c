import type { Part } from '../archive/office-parts.ts';
import type { ListCounter } from './numbering.ts';
import type { Styles } from './styles.ts';
import type { Change, Link, NoteKind, Picture, WordBlock } from './word-blocks.ts';

/** A field: what Word computes, with the result it had when the file was saved. */
export type Field = {
  instruction: string;
  phase: 'instruction' | 'result';
  link: Link | null;
};

/** The input and the findings of reading a file. */
export type Reading = {
  styles: Styles;
  lists: ListCounter;
  /** The blocks of a note; null for one that the file does not have. */
  note: (kind: NoteKind, id: string) => WordBlock[] | null;
  /** Everything met, in order, whether or not it comes into the article. */
  met: { links: Link[]; changes: Change[]; pictures: Picture[]; tables: number };
};

/** A reading of one part: the text, or the notes. Its fields may go over several paragraphs. */
export type StoryReading = Reading & {
  relationships: Part['relationships'];
  fields: Field[];
  /** Whether what is read is the table of contents. */
  inContents: boolean;
};
