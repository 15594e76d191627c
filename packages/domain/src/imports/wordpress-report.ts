import { z } from 'zod';
import { Instant } from '../values.ts';
import { WordpressPoint } from './wordpress-items.ts';

/** The state of an item on the site that it came from. */
export const WordpressStatus = z.enum([
  'published',
  'scheduled',
  'draft',
  'pending',
  'private',
  'unknown',
]);
export type WordpressStatus = z.infer<typeof WordpressStatus>;

/** Why items of a kind do not come in. */
export const WordpressLeftOut = z.enum([
  'attachment',
  'menu',
  'page',
  'revision',
  'trash',
  'unfinished',
  'of_wordpress',
  'of_plugin',
]);
export type WordpressLeftOut = z.infer<typeof WordpressLeftOut>;

/** One item that becomes an article, or that should and does not. */
export const WordpressItem = z.strictObject({
  /** Its id in the export. */
  foreignId: z.string().max(40),
  /** The line of the file that it begins in. */
  line: z.int().min(1),
  headline: z.string().max(200),
  slug: z.string().max(100).nullable(),
  /** Where it was published; null if the export does not say. */
  address: z.string().max(2000).nullable(),
  publishedAt: Instant.nullable(),
  status: WordpressStatus,
  /** Whether it comes in. */
  comesIn: z.boolean(),
  words: z.int().min(0),
  pictures: z.int().min(0),
  points: z.array(WordpressPoint),
});
export type WordpressItem = z.infer<typeof WordpressItem>;

/** What becomes of a WordPress export: for editors, and as a file for programs. */
export const WordpressReport = z.strictObject({
  site: z.strictObject({ title: z.string(), address: z.string(), language: z.string().nullable() }),
  items: z.array(WordpressItem),
  /** Items that came in before, and do not come in again. */
  known: z.int().min(0),
  /** Items that do not come in, by their kind in WordPress. */
  leftOut: z.array(
    z.strictObject({ type: z.string(), why: WordpressLeftOut, count: z.int().min(1) }),
  ),
  authors: z.array(z.strictObject({ name: z.string(), items: z.int().min(1) })),
  topics: z.array(z.strictObject({ name: z.string(), items: z.int().min(1) })),
  /** Comments of readers. They stay on the old site. */
  comments: z.int().min(0),
  /** Custom fields that nothing here reads, with how many items have them. */
  fields: z.array(z.strictObject({ name: z.string(), items: z.int().min(1) })),
  /** Places with characters that XML cannot have: by line, left out. */
  forbidden: z.array(z.strictObject({ line: z.int().min(1), count: z.int().min(1) })),
});
export type WordpressReport = z.infer<typeof WordpressReport>;

const leftOutWords: Record<WordpressLeftOut, string> = {
  attachment: 'files: pictures come in with the articles that show them',
  menu: 'parts of menus, which come from topics here',
  page: 'pages: give --pages to bring them in as drafts of articles',
  revision: 'older versions, which stay on the old site',
  trash: 'thrown away',
  unfinished: 'begun and never saved',
  of_wordpress: 'settings and templates of WordPress',
  of_plugin: 'stored by a plugin or theme: look at what they are',
};

/** Why items of a kind do not come in, in words. */
export const sayLeftOut = (why: WordpressLeftOut): string => leftOutWords[why];
