import { z } from 'zod';
import { Id, Instant, text } from '../values.ts';

/**
 * A source as described by a user who may not enter one: what it is, and what was agreed. Visible
 * only to those who enter sources. Protected.
 */
export const SourceDescriptionContent = z.strictObject({
  what: text(2000).min(1, 'say what the source is'),
  terms: text(1000).min(1, 'say what was agreed'),
  /** The article that it is for. */
  articleId: Id.nullable().default(null),
});
export type SourceDescriptionContent = z.infer<typeof SourceDescriptionContent>;

export const SourceDescription = SourceDescriptionContent.extend({
  id: Id,
  describedBy: Id,
  createdAt: Instant,
  /** Null while it waits; then it became a source, or was dismissed where `sourceId` is null. */
  settledAt: Instant.nullable(),
  settledBy: Id.nullable(),
  sourceId: Id.nullable(),
});
export type SourceDescription = z.infer<typeof SourceDescription>;
