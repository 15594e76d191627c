import { z } from 'zod';
import { Id, Instant } from '../values.ts';
import { CorrectionSeverity } from './correction.ts';

export const CorrectionView = z.strictObject({
  id: Id,
  article: z.strictObject({ slug: z.string(), headline: z.string() }),
  /** A retraction is listed with the corrections: it is the gravest of them. */
  kind: z.enum(['correction', 'retraction']),
  severity: CorrectionSeverity.nullable(),
  /** Empty if the notice says it in one sentence, which is `why`. */
  was: z.string(),
  now: z.string(),
  why: z.string(),
  findingId: Id.nullable(),
  at: Instant,
});
export type CorrectionView = z.infer<typeof CorrectionView>;
