import { z } from 'zod';

/** What happened to an item: it changed its form, was left out, or has to be checked. */
export type WordOutcome = 'changed' | 'left_out' | 'check';

/** The items of a report about a single place, with their meaning for an editor. */
const table = {
  headline: ['changed', 'Became the headline'],
  standfirst: ['changed', 'Became the standfirst'],
  byline: ['check', 'Named as the author. Enter the byline in Details'],
  date: ['check', 'A date in the file. It is no date of publication'],
  headings_raised: ['changed', 'The headings moved up: none of the first level is among them'],
  heading_number: ['left_out', 'The number of a heading'],
  list_numbers: ['changed', 'A list with letters or Roman numerals is numbered with digits'],
  bold_paragraph: ['check', 'A line in bold, which may be meant as a heading'],
  indented_quote: ['check', 'An indented paragraph became a quotation'],
  table_in_table: ['changed', 'A table within a table became lines of text'],
  list_in_cell: ['changed', 'A list in a table became lines of text'],
  table_split: ['changed', 'A table of more than 500 rows became several'],
  table_title: ['left_out', 'The title or description of a table'],
  picture_in_line: ['changed', 'A picture in a line stands after its paragraph'],
  picture_in_cell: ['changed', 'A picture in a table stands after it'],
  picture_in_note: ['left_out', 'A picture in a note'],
  picture_not_described: [
    'check',
    'A picture without alternative text. Describe it before publishing',
  ],
  picture_described_by_program: ['check', 'Alternative text written by a program'],
  picture_linked: ['left_out', 'A picture that is not in the file but on another computer'],
  picture_type: ['left_out', 'A picture in a format that articles do not have'],
  picture_refused: ['left_out', 'A picture that could not be read'],
  picture_not_permitted: ['left_out', 'A picture: your role does not upload pictures'],
  picture_missing: ['left_out', 'A picture whose data are not in the file'],
  drawing: ['left_out', 'A drawing, chart or diagram'],
  embedded_file: ['left_out', 'An embedded file'],
  text_box: ['changed', 'A text box stands after its paragraph'],
  formula: ['check', 'A formula became plain text'],
  superscript: ['check', 'Superscript or subscript letters became plain letters'],
  struck_through: ['check', 'Struck-through words came in without the line'],
  /** Of reports made before text could have code in a line. */
  inline_code: ['changed', 'Code within a line became plain text'],
  formatting: ['changed', 'Underlines, colours or highlights became plain text'],
  language: ['check', 'Words marked as another language'],
  link_within: ['changed', 'A link to a place in the file became plain text'],
  link_unusable: ['changed', 'A link with an address that cannot be used became plain text'],
  link_empty: ['left_out', 'A link without words'],
  citation: ['changed', 'A citation of a reference manager became plain text'],
  contents: ['left_out', 'The table of contents'],
  header: ['left_out', 'The header or footer of pages'],
  hidden: ['left_out', 'Hidden text'],
  style_left_out: ['left_out', 'A paragraph whose style is left out'],
  symbol: ['left_out', 'A sign of a symbol font that has no letter'],
  note_simplified: ['changed', 'A list or table in a note became lines of text'],
  note_empty: ['left_out', 'A note without words'],
  note_moved: ['left_out', 'A note in code'],
  code_marks: ['changed', 'Links or marks in code became plain text'],
} as const satisfies Record<string, readonly [WordOutcome, string]>;

export const WordItemCode = z.enum(Object.keys(table) as (keyof typeof table)[]);
export type WordItemCode = keyof typeof table;

export const outcomeOf = (code: WordItemCode): WordOutcome => table[code][0];

/** What happened, in a sentence without its full stop. */
export const sentenceOf = (code: WordItemCode): string => table[code][1];
