import { z } from 'zod';
import { Id, Instant } from '../values.ts';
import { WordItemCode } from './word-items.ts';

/** A place in the file that can be found again: the words before and after it. */
export const WordPlace = z.strictObject({
  /** The block of the imported article, from 1; null if it is in none. */
  block: z.int().min(1).nullable(),
  inNote: z.boolean(),
  before: z.string().max(100),
  after: z.string().max(100),
});
export type WordPlace = z.infer<typeof WordPlace>;

const Author = z.string().max(200).nullable();
const At = Instant.nullable();

/** A tracked change: a suggestion in the article, or counted as accepted. All are listed here. */
export const WordChange = z.strictObject({
  kind: z.enum(['insertion', 'deletion', 'moved_here', 'moved_away', 'formatting']),
  /** Null if the file does not say. */
  author: Author,
  /** As Word recorded it, in the local time of the person who made the change. */
  at: At,
  words: z.string().max(100_000),
  /** How many changes of the file were joined to this one. */
  parts: z.int().min(1),
  /** The suggestion that it became; null if the text has it as accepted. */
  suggestion: Id.nullable().default(null),
  place: WordPlace,
});
export type WordChange = z.infer<typeof WordChange>;

const Said = z.strictObject({ author: Author, at: At, text: z.string().max(50_000) });

/** A comment with its replies. */
export const WordComment = Said.extend({
  /** The words that it is on; empty if it is on a place. */
  words: z.string().max(100_000),
  resolved: z.boolean(),
  replies: z.array(Said),
  place: WordPlace,
});
export type WordComment = z.infer<typeof WordComment>;

/** Something that became other than it was, was left out, or has to be looked at. */
export const WordItem = z.strictObject({
  code: WordItemCode,
  block: z.int().min(1).nullable(),
  /** The words it is about, or what it is. */
  words: z.string().max(300),
  count: z.int().min(1),
});
export type WordItem = z.infer<typeof WordItem>;

/** The parts that are counted in the file and in the article. */
export const WordPart = z.enum([
  'paragraphs',
  'headings',
  'lists',
  'quotes',
  'tables',
  'pictures',
  'links',
  'footnotes',
  'endnotes',
  'comments',
  'changes',
]);
export type WordPart = z.infer<typeof WordPart>;

export const WordCount = z.strictObject({
  part: WordPart,
  /** How many the file has. */
  found: z.int().min(0),
  /** How many came into the article; of changes, into this report. */
  broughtIn: z.int().min(0),
});
export type WordCount = z.infer<typeof WordCount>;

/**
 * The report of a Word import, by block. Protected: a file's comments, changes and authors may
 * contain protected names, so this is for those who may edit the article, like its note.
 */
export const WordReport = z.strictObject({
  counts: z.array(WordCount),
  /** The target of each style, and how often it occurs. */
  styles: z.array(
    z.strictObject({
      style: z.string().max(200),
      becomes: z.string().max(40),
      count: z.int().min(1),
    }),
  ),
  items: z.array(WordItem).max(5_000),
  changes: z.array(WordChange).max(20_000),
  /** Comments that did not become threads of the article: stored only here. */
  comments: z.array(WordComment).max(5_000),
  /** How many threads of comments the article got. */
  threads: z.int().min(0).default(0),
  /** The file's properties: who wrote it, and who saved it last. */
  properties: z.strictObject({ author: Author, lastAuthor: Author }),
});
export type WordReport = z.infer<typeof WordReport>;
