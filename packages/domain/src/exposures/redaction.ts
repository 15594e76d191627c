import { z } from 'zod';
import { Id, Slug } from '../values.ts';

/** What can be taken away from readers by itself, apart from the version they have of an article. */
export const Redaction = z.discriminatedUnion('what', [
  /** A notice, with the note of the version it came out with; that there was one stays. */
  z.strictObject({ what: z.literal('notice'), noticeId: Id }),
  /** The note of a version. */
  z.strictObject({ what: z.literal('note'), number: z.int().min(1) }),
  /** An earlier version; its number and date stay in the list of versions. */
  z.strictObject({ what: z.literal('version'), number: z.int().min(1) }),
  /** A former address of the article or of an entry that it names. */
  z.strictObject({ what: z.literal('address'), slug: Slug }),
]);
export type Redaction = z.infer<typeof Redaction>;
