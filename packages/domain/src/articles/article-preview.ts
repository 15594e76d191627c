import { z } from 'zod';
import { PageView } from '../pages/page-view.ts';
import { Id } from '../values.ts';
import { ArticlePageView, ArticleSurroundings } from './article-page-view.ts';

/** A picture of a preview that readers cannot get yet: where its bytes lie, and what they are. */
export const PreviewPicture = z.strictObject({
  id: Id,
  path: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
});
export type PreviewPicture = z.infer<typeof PreviewPicture>;

/** The data with which the reading site renders an article as it would be published now. */
export const ArticlePreview = z.strictObject({
  article: ArticlePageView,
  around: ArticleSurroundings,
  /** What is shown in place of the article where it is a page. */
  page: PageView.nullable().default(null),
  pictures: z.array(PreviewPicture),
});
export type ArticlePreview = z.infer<typeof ArticlePreview>;

/** The form with which the admin requests a preview from the reading site. */
export const PreviewForm = z.object({
  pass: z.string().regex(/^[\w-]{43}$/),
  show: z.enum(['page', 'share']).default('page'),
  theme: z.enum(['light', 'dark', 'system']).default('system'),
  media: z.enum(['screen', 'print']).default('screen'),
});
export type PreviewForm = z.infer<typeof PreviewForm>;

/** How long a pass to a preview can be used, in milliseconds: as long as a browser takes to send it. */
export const previewPassLifetime = 60_000;
