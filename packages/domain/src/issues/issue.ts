import { z } from 'zod';
import { Id, line, Slug, text } from '../values.ts';

/** Subjects of positions, in a tree ("foreign bases" under "foreign forces"). */
export const IssueContent = z.strictObject({
  slug: Slug,
  name: line(120),
  description: text(1000).default(''),
  parentId: Id.nullable().default(null),
});
export type IssueContent = z.infer<typeof IssueContent>;

export const Issue = IssueContent.extend({ id: Id, save: z.int().min(1) });
export type Issue = z.infer<typeof Issue>;
