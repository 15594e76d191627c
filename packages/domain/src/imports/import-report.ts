import { z } from 'zod';
import { Instant } from '../values.ts';
import { ImportPoint } from './import-points.ts';
import { ImportLeftOut } from './left-out.ts';

/** The state of an item on the site that it came from. */
export const ImportStatus = z.enum([
  'published',
  'scheduled',
  'draft',
  'pending',
  'private',
  'unknown',
]);
export type ImportStatus = z.infer<typeof ImportStatus>;

/** One item that becomes an article, or that should and does not. */
export const ReportedItem = z.strictObject({
  /** Its id in the export. */
  foreignId: z.string().max(300),
  /** The line of the file that it begins in; null where that says nothing. */
  line: z.int().min(1).nullable(),
  headline: z.string().max(200),
  slug: z.string().max(100).nullable(),
  /** Where it was published; null if the export does not say. */
  address: z.string().max(2000).nullable(),
  publishedAt: Instant.nullable(),
  status: ImportStatus,
  /** Whether it comes in. */
  comesIn: z.boolean(),
  words: z.int().min(0),
  pictures: z.int().min(0),
  points: z.array(ImportPoint),
});
export type ReportedItem = z.infer<typeof ReportedItem>;

/** What becomes of an export of another system: for editors, and as a file for programs. */
export const ImportReport = z.strictObject({
  site: z.strictObject({ title: z.string(), address: z.string(), language: z.string().nullable() }),
  items: z.array(ReportedItem),
  /** Items that came in before, and do not come in again. */
  known: z.int().min(0),
  /** Items that do not come in, by their kind there. */
  leftOut: z.array(z.strictObject({ type: z.string(), why: ImportLeftOut, count: z.int().min(1) })),
  authors: z.array(z.strictObject({ name: z.string(), items: z.int().min(1) })),
  topics: z.array(z.strictObject({ name: z.string(), items: z.int().min(1) })),
  /** Comments of readers. They stay on the old site. */
  comments: z.int().min(0),
  /** Custom fields that nothing here reads, with how many items have them. */
  fields: z.array(z.strictObject({ name: z.string(), items: z.int().min(1) })),
  /** Places with characters that no file of this kind can have: by line, left out. */
  forbidden: z.array(z.strictObject({ line: z.int().min(1), count: z.int().min(1) })),
});
export type ImportReport = z.infer<typeof ImportReport>;
