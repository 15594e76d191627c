import { z } from 'zod';
import { line } from '../values.ts';

/** The kind of block that a paragraph style becomes. */
export const ParagraphTarget = z.enum([
  'paragraph',
  'heading_2',
  'heading_3',
  'heading_4',
  'block_quote',
  'pull_quote',
  'note',
  'warning',
  'key_points',
  'code',
  'caption',
  'headline',
  'standfirst',
  'byline',
  'date',
  'left_out',
]);
export type ParagraphTarget = z.infer<typeof ParagraphTarget>;

/** The mark that a character style becomes. */
export const CharacterTarget = z.enum(['emphasis', 'strong', 'small_caps', 'plain_words']);
export type CharacterTarget = z.infer<typeof CharacterTarget>;

export const WordStyleTarget = z.enum([...ParagraphTarget.options, ...CharacterTarget.options]);
export type WordStyleTarget = z.infer<typeof WordStyleTarget>;

/** A style by the name that Word shows, and what is made of it. */
export const WordStyle = z.strictObject({ style: line(100), becomes: WordStyleTarget });
export type WordStyle = z.infer<typeof WordStyle>;

/** The key by which styles are compared: Word writes "heading 1" where it shows "Heading 1". */
export const styleKey = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** The styles that a journal added, or changed, in its own table. */
export const WordStyles = z
  .array(WordStyle)
  .max(200, 'keep to 200 styles')
  .refine(
    (rows) => new Set(rows.map(({ style }) => styleKey(style))).size === rows.length,
    'name each style once',
  );
export type WordStyles = z.infer<typeof WordStyles>;

/** The table with the save it is of: a save names the one that it was made over. */
export type WordStyleTable = { styles: WordStyles; save: number };

/**
 * The styles that come with Word, with Google Docs and with common converters. A style that is in
 * neither table is read as the one it is based on.
 */
export const builtInWordStyles: readonly WordStyle[] = [
  { style: 'Normal', becomes: 'paragraph' },
  { style: 'Body Text', becomes: 'paragraph' },
  { style: 'Heading 1', becomes: 'heading_2' },
  { style: 'Heading 2', becomes: 'heading_3' },
  { style: 'Heading 3', becomes: 'heading_4' },
  { style: 'Heading 4', becomes: 'heading_4' },
  { style: 'Heading 5', becomes: 'heading_4' },
  { style: 'Heading 6', becomes: 'heading_4' },
  { style: 'Heading 7', becomes: 'heading_4' },
  { style: 'Heading 8', becomes: 'heading_4' },
  { style: 'Heading 9', becomes: 'heading_4' },
  { style: 'Title', becomes: 'headline' },
  { style: 'Subtitle', becomes: 'standfirst' },
  { style: 'Abstract', becomes: 'standfirst' },
  { style: 'Author', becomes: 'byline' },
  { style: 'Date', becomes: 'date' },
  { style: 'Quote', becomes: 'block_quote' },
  { style: 'Intense Quote', becomes: 'block_quote' },
  { style: 'Block Text', becomes: 'block_quote' },
  { style: 'Block Quote', becomes: 'block_quote' },
  { style: 'Caption', becomes: 'caption' },
  { style: 'Image Caption', becomes: 'caption' },
  { style: 'Table Caption', becomes: 'caption' },
  { style: 'HTML Preformatted', becomes: 'code' },
  { style: 'Source Code', becomes: 'code' },
  { style: 'Plain Text', becomes: 'paragraph' },
  { style: 'TOC Heading', becomes: 'left_out' },
  ...Array.from(
    { length: 9 },
    (_, index): WordStyle => ({
      style: `TOC ${index + 1}`,
      becomes: 'left_out',
    }),
  ),
  { style: 'Emphasis', becomes: 'emphasis' },
  { style: 'Intense Emphasis', becomes: 'emphasis' },
  { style: 'Subtle Emphasis', becomes: 'emphasis' },
  { style: 'Strong', becomes: 'strong' },
  { style: 'Book Title', becomes: 'small_caps' },
  { style: 'Hyperlink', becomes: 'plain_words' },
];

/** The target of each style, the journal's own table before the built-in one. */
export function targetsOf(own: WordStyles): ReadonlyMap<string, WordStyleTarget> {
  return new Map(
    [...builtInWordStyles, ...own].map(({ style, becomes }) => [styleKey(style), becomes]),
  );
}
