/**
 * Facts about one kind of thing that the journal publishes. The work of each layer is derived from
 * them, so that a new kind is a row here and not a line in every list.
 */
export type KindFacts = {
  /** Its names, singular and plural, on screens and in the search. */
  label: { one: string; many: string };
  /** Its plural in code: its procedures, and the first part of the place of a text. */
  plural: string;
  /** The table that editors write. */
  table: string;
  /** The first part of the address of its page on the reading site; null if it has no page. */
  path: string | null;
  /** The value in its cache tag, `topic:<slug>`; null if no page carries one. */
  tag: 'slug' | 'id' | null;
  /** The cache tag of the list of all its names, where navigation or a menu shows one. */
  listTag: `list:${string}` | null;
  /**
   * The sitemap that lists it: one for each month, one of its own, or that of the single pages, by its slug
   * or by its whole path.
   */
  sitemap: 'monthly' | 'own' | 'pages' | 'paths' | null;
  /** Whether there are feeds of what is published under it. */
  feed: boolean;
  /** Whether the search finds it: by its text, or by its name. */
  search: 'text' | 'name' | null;
  /** Whether it is an entry: something that articles name. Entries of the catalogue share a form. */
  entry: 'catalogue' | 'source' | null;
  /** The part of an article that names it, and the field there. */
  namedIn: { part: 'article' | 'finding'; field: string } | null;
  /** Whether entries form a tree; an article that names one also counts for those above it. */
  tree: boolean;
  /** Whether it has a workflow before it is public. */
  workflow: boolean;
  /** Whether its content is stored at each revision. */
  revisions: boolean;
  /** Whether it is written in a language of its own. */
  language: boolean;
  /** Whether its page is at the root of the site, with no part of the address before its slug. */
  atRoot: boolean;
  /** Whether readers see when it was published. */
  dated: boolean;
  /** Whether there are slugs that none may have, since the addresses are taken: `pages/reserved-slugs.ts`. */
  reservedSlugs: boolean;
  /** What editors write of an article and not of it: fields of its content, and `findings`. */
  without: readonly string[];
  /** What editors call fields of it, where they have another name for one than of an article. */
  fieldNames: { readonly headline?: string; readonly standfirst?: string; readonly slug?: string };
  /** Whether those who follow the journal are told of it: lists, feeds, letters, the log of changes. */
  announced: boolean;
};
