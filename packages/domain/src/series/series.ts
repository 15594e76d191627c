import { z } from 'zod';
import { Id, line, Slug, text } from '../values.ts';

/** Articles that are read one after another. */
export const SeriesContent = z.strictObject({
  slug: Slug,
  name: line(120),
  about: text(1000).default(''),
  /** No part is to come. */
  complete: z.boolean().default(false),
});
export type SeriesContent = z.infer<typeof SeriesContent>;

export const Series = SeriesContent.extend({ id: Id, save: z.int().min(1) });
export type Series = z.infer<typeof Series>;

/** The place of an article in a series. Numbers put parts in order; gaps do no harm. */
export const Part = z.strictObject({ seriesId: Id, part: z.int().min(1).max(1000) });
export type Part = z.infer<typeof Part>;
