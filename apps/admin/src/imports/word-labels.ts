import type { WordOutcome } from '@viewpoints/domain/imports/word-items';
import type { WordChange, WordPart } from '@viewpoints/domain/imports/word-report';
import type { WordStyleTarget } from '@viewpoints/domain/imports/word-styles';

/** The target of a style, in the words of the editor. */
export const targetLabels: Record<WordStyleTarget, string> = {
  paragraph: 'Paragraph',
  heading_2: 'Heading 2',
  heading_3: 'Heading 3',
  heading_4: 'Heading 4',
  block_quote: 'Quotation',
  pull_quote: 'Pull quote',
  note: 'Note',
  warning: 'Warning',
  key_points: 'Key points',
  code: 'Code',
  caption: 'Caption',
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Author (report)',
  date: 'Date (report)',
  left_out: 'Left out',
  emphasis: 'Emphasis',
  strong: 'Strong',
  small_caps: 'Small capitals',
  plain_words: 'Plain words',
};

const roleLabels: Record<string, string> = {
  ...targetLabels,
  list: 'List',
  indented_quote: 'Indented quotation',
};

/** The label of a paragraph's role in the report. */
export const roleLabel = (role: string): string => roleLabels[role] ?? role.replaceAll('_', ' ');

export const partLabels: Record<WordPart, string> = {
  paragraphs: 'Paragraphs',
  headings: 'Headings',
  lists: 'Lists',
  quotes: 'Quotations',
  tables: 'Tables',
  pictures: 'Pictures',
  links: 'Links',
  footnotes: 'Footnotes',
  endnotes: 'Endnotes',
  comments: 'Comments',
  changes: 'Tracked changes',
};

export const outcomeTitles: Record<WordOutcome, string> = {
  check: 'To check',
  left_out: 'Left out',
  changed: 'Changed',
};

export const changeLabels: Record<WordChange['kind'], string> = {
  insertion: 'Inserted',
  deletion: 'Deleted',
  moved_here: 'Moved here',
  moved_away: 'Moved away',
  formatting: 'Formatted',
};
