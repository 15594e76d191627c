import { z } from 'zod';
import { ArticleSummary } from '../articles/article-view.ts';
import { SourceView } from '../attribution/source-view.ts';

/** A named source and the articles that rest on it, newest first. */
export const SourcePageView = z.strictObject({
  source: SourceView,
  articles: z.array(ArticleSummary),
});
export type SourcePageView = z.infer<typeof SourcePageView>;
