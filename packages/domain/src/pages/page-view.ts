import { z } from 'zod';
import { ArticleView } from '../articles/article-view.ts';
import { Direction, Id, Instant } from '../values.ts';

/** A page of the journal about itself, in a list. `path` is its address without the first slash. */
export const PageSummary = z.strictObject({
  id: Id,
  slug: z.string(),
  path: z.string(),
  title: z.string(),
  summary: z.string(),
  language: z.string(),
  direction: Direction,
  changedAt: Instant,
  retracted: z.boolean(),
});
export type PageSummary = z.infer<typeof PageSummary>;

/** A page in full, with what stands around it. */
export const PageView = PageSummary.extend({
  version: z.int().min(1),
  publishedAt: Instant,
  ...ArticleView.pick({ body: true, text: true, wordCount: true, pictures: true, files: true })
    .shape,
  ...ArticleView.pick({ retraction: true }).shape,
  /** The pages above it, the uppermost first; the index About is none of them. */
  above: z.array(PageSummary),
  /** Those that stand under it, by title. */
  below: z.array(PageSummary),
  /** Those that stand beside it, itself not among them. */
  beside: z.array(PageSummary),
  /** The same in other languages. */
  translations: z.array(PageSummary),
});
export type PageView = z.infer<typeof PageView>;
