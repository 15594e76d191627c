import { z } from 'zod';
import { ListedArticle } from '../articles/article-view.ts';
import { Named } from '../findings/finding-view.ts';

/** The public view of a series: unpublished parts are not counted. */
export const SeriesView = Named.extend({
  about: z.string(),
  complete: z.boolean(),
  /** Parts that readers can read, each in however many languages. */
  partCount: z.int().min(1),
});
export type SeriesView = z.infer<typeof SeriesView>;

/** The page of a series: its parts in order, each in one language. */
export const SeriesPageView = z.strictObject({
  series: SeriesView,
  parts: z.array(ListedArticle),
});
export type SeriesPageView = z.infer<typeof SeriesPageView>;
