import { z } from 'zod';
import { Id, Instant, line, text } from '../values.ts';

export const CorrectionSeverity = z.enum(['clarification', 'correction', 'major_correction']);

/**
 * A reader-visible notice: a sentence that says what was corrected and why and, where it helps, what it
 * was and what it is now.
 */
export const CorrectionContent = z.strictObject({
  was: text(2000).default(''),
  now: text(2000).default(''),
  why: line(1000),
  severity: CorrectionSeverity,
  /** The finding it corrects, if any. */
  findingId: Id.nullable().default(null),
});
export type CorrectionContent = z.infer<typeof CorrectionContent>;

export const Correction = CorrectionContent.extend({
  id: Id,
  articleId: Id,
  at: Instant,
  by: Id,
  /** When its words were removed for readers; editors still see them. */
  redactedAt: Instant.nullable().default(null),
});
export type Correction = z.infer<typeof Correction>;

/** The order in which notices are listed: the newest first, those of one moment by their ids. */
export const byNewest = (
  one: Pick<Correction, 'at' | 'id'>,
  other: Pick<Correction, 'at' | 'id'>,
): number => (one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? 1 : -1);
