import { z } from 'zod';
import { SourceView } from '../attribution/source-view.ts';
import { CorrectionView } from '../corrections/correction-view.ts';
import { Document } from '../document/document.ts';
import { FindingView, Named } from '../findings/finding-view.ts';
import { FocalPoint } from '../media/focal-point.ts';
import { Direction, Id, Instant } from '../values.ts';
import { Genre } from './article.ts';
import { ArticleRef } from './article-ref.ts';

export const BylineView = z.strictObject({
  authors: z.array(Named),
  /** Why the byline names nobody; null if it names authors. */
  reason: z.string().nullable(),
});
export type BylineView = z.infer<typeof BylineView>;

/** An article in a list. */
export const ArticleSummary = z.strictObject({
  id: Id,
  slug: z.string(),
  section: z.string(),
  genre: Genre,
  language: z.string(),
  direction: Direction,
  headline: z.string(),
  standfirst: z.string(),
  byline: BylineView,
  topics: z.array(Named),
  publishedAt: Instant,
  /**
   * When the live version was published or, if it is a minor change, the one before it; equal to
   * `publishedAt` for the first.
   */
  revisedAt: Instant,
  version: z.int().min(1),
  retracted: z.boolean(),
  corrected: z.boolean(),
  /** Those that count by `countsInVersion`: what was corrected does not. */
  findingCount: z.int().min(0),
  wordCount: z.int().min(0),
  readingMinutes: z.int().min(1),
});
export type ArticleSummary = z.infer<typeof ArticleSummary>;

/** An article in a list that shows each once, whatever languages it is in. */
export const ListedArticle = ArticleSummary.extend({
  /** Its translations, by language; empty if each is listed by itself. */
  alsoIn: z.array(ArticleRef),
});
export type ListedArticle = z.infer<typeof ListedArticle>;

/** A picture as a page needs it. `src` is a path on the reading site. */
export const PictureView = z.strictObject({
  mediaId: Id,
  src: z.string(),
  width: z.int(),
  height: z.int(),
  /** The focal point for cropping; left out for the centre. */
  focal: FocalPoint.optional(),
});
export type PictureView = z.infer<typeof PictureView>;

/** A file that readers may download, with its words: they are public with it. `src` as for pictures. */
export const FileView = z.strictObject({
  mediaId: Id,
  src: z.string(),
  title: z.string(),
  pages: z.int(),
  byteSize: z.int(),
  text: z.string(),
});
export type FileView = z.infer<typeof FileView>;

/** The public view of a whole article: an allow-list of its own. */
export const ArticleView = ArticleSummary.extend({
  /** Null once retracted: the page shows the notice instead. */
  body: Document.nullable(),
  /** Normalised plain text, which quotes are slices of; empty once retracted. */
  text: z.string(),
  pictures: z.array(PictureView),
  /** Empty in versions from before there were files. */
  files: z.array(FileView).default([]),
  sources: z.array(SourceView),
  findings: z.array(FindingView),
  corrections: z.array(CorrectionView),
  /** Published versions, newest first. */
  versions: z.array(
    z.strictObject({
      number: z.int(),
      at: Instant,
      note: z.string().nullable(),
      /** A minor change: it moved no date of the article, and no notifications were sent. */
      minor: z.boolean(),
    }),
  ),
  retraction: z.strictObject({ at: Instant, why: z.string() }).nullable(),
});
export type ArticleView = z.infer<typeof ArticleView>;
