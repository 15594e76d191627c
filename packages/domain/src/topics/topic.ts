import { z } from 'zod';
import { Id, line, Slug, text } from '../values.ts';

/** The journal's navigation. `position` orders topics in menus, from 0. */
export const TopicContent = z.strictObject({
  slug: Slug,
  name: line(80),
  description: text(1000).default(''),
  position: z.int().min(0).max(10_000).default(0),
});
export type TopicContent = z.infer<typeof TopicContent>;

export const Topic = TopicContent.extend({ id: Id, save: z.int().min(1) });
export type Topic = z.infer<typeof Topic>;
