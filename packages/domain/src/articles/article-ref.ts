import { z } from 'zod';
import { Direction, Id } from '../values.ts';

/** Another article, as a link to it is written. */
export const ArticleRef = z.strictObject({
  id: Id,
  slug: z.string(),
  headline: z.string(),
  language: z.string(),
  direction: Direction,
});
export type ArticleRef = z.infer<typeof ArticleRef>;
