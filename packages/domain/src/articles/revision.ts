import { z } from 'zod';
import { Finding, Link } from '../findings/finding.ts';
import { Id, Instant } from '../values.ts';
import { ArticleContent } from './article.ts';

export const RevisionReason = z.enum([
  'imported',
  'kept',
  'submitted',
  'approved',
  'published',
  'corrected',
  'retracted',
]);

/** An immutable snapshot of the whole article: prose, findings, sources and links together. */
export const Revision = z.strictObject({
  id: Id,
  articleId: Id,
  /** From 1, without gaps. */
  number: z.int().min(1),
  reason: RevisionReason,
  content: ArticleContent,
  findings: z.array(Finding),
  links: z.array(Link),
  /** The normalised plain text that quotes are slices of. */
  text: z.string(),
  createdBy: Id,
  createdAt: Instant,
});
export type Revision = z.infer<typeof Revision>;
