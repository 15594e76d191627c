import type { Block } from '@viewpoints/domain/document/blocks';
import type { Inline } from '@viewpoints/domain/document/inline';
import type { WordItemCode } from '@viewpoints/domain/imports/word-items';
import type { NoteKind, Picture, WordParagraph } from '../read/word-blocks.ts';
import type { Targets } from './paragraph-role.ts';

/** A picture before it is uploaded, as a placeholder for its figure. */
export type PictureBlock = {
  type: 'picture';
  /** Its place among the pictures of the file, each of which is uploaded once. */
  picture: number;
  alt: string;
  caption: Inline[];
};
export type DraftBlock = Block | PictureBlock;

/** A block with the paragraphs of the file that it was made of. */
export type Converted = { block: DraftBlock; from: readonly WordParagraph[] };

/** An item of the report, before blocks have numbers. */
export type Note = { code: WordItemCode; at: WordParagraph | null; words: string };

/** The input and the results of converting a file. */
export type Conversion = {
  targets: Targets;
  /** The first part of the tag of the file's language. */
  language: string | null;
  notes: Note[];
  /** Pictures whose data are in the file, by their path. */
  pictures: string[];
  broughtIn: { tables: number; pictures: number } & Record<NoteKind, number>;
};

export function tell(
  { notes }: Conversion,
  code: WordItemCode,
  at: WordParagraph | null,
  words = '',
): void {
  notes.push({ code, at, words: words.replace(/\s+/g, ' ').trim() });
}

/** A picture as a block; nothing, with a report, if its data are not in the file. */
export function pictureBlock(
  conversion: Conversion,
  { path, linked, alt }: Picture,
  at: WordParagraph,
): PictureBlock[] {
  if (path === null) {
    tell(conversion, linked ? 'picture_linked' : 'picture_missing', at, alt);
    return [];
  }
  const { pictures, broughtIn } = conversion;
  const known = pictures.indexOf(path);
  const picture = known >= 0 ? known : pictures.push(path) - 1;
  broughtIn.pictures += 1;
  return [{ type: 'picture', picture, alt, caption: [] }];
}
