import { z } from 'zod';
import { Id, Instant } from '../values.ts';

/**
 * Who did what to which thing, when and why. It holds ids, action names and reason codes and
 * never words that terms could protect.
 */
export const AuditRecord = z.strictObject({
  id: Id,
  at: Instant,
  /** The account; null for the system itself (a schedule, a migration). */
  by: Id.nullable(),
  /** `article.publish`, `finding.verify`, … */
  action: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  subjectKind: z.string().regex(/^[a-z_]+$/),
  subjectId: Id,
  /** Reason codes and ids: `{ revisionId, fourEyes: false, code: "edited_after_approval" }`. */
  details: z.record(z.string(), z.union([z.string().max(100), z.number(), z.boolean(), z.null()])),
});
export type AuditRecord = z.infer<typeof AuditRecord>;
