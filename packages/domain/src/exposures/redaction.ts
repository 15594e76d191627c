import { z } from 'zod';
import { Id, Slug } from '../values.ts';

/** Parts that can be removed for readers by themselves, apart from the live version. */
export const Redaction = z.discriminatedUnion('what', [
  /** A notice, with the note of the version it was published with; that there was one stays. */
  z.strictObject({ what: z.literal('notice'), noticeId: Id }),
  /** The note of a version. */
  z.strictObject({ what: z.literal('note'), number: z.int().min(1) }),
  /** An earlier version; its number and date stay in the list of versions. */
  z.strictObject({ what: z.literal('version'), number: z.int().min(1) }),
  /** A former address of the article or of an entry that it names. */
  z.strictObject({ what: z.literal('address'), slug: Slug }),
]);
export type Redaction = z.infer<typeof Redaction>;
