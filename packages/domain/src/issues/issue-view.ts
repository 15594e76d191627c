import { z } from 'zod';
import { Named } from '../findings/finding-view.ts';

export const IssueView = z.strictObject({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  parent: Named.nullable(),
  children: z.array(Named),
});
export type IssueView = z.infer<typeof IssueView>;
