import { z } from 'zod';

/** The number of articles published in a month (`2026-05`), in the journal's time zone. */
export const ArchiveMonth = z.strictObject({
  month: z.string(),
  articleCount: z.int().min(1),
});
export type ArchiveMonth = z.infer<typeof ArchiveMonth>;
