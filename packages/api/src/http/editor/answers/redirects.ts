import { z } from 'zod';

export const ExportedRedirects = z.strictObject({
  csv: z.string(),
  nextCursor: z.string().nullable(),
});

export const ImportedRedirects = z.strictObject({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
});
