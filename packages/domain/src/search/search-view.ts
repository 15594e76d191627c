import { z } from 'zod';
import { ArticleSummary } from '../articles/article-view.ts';
import { FindingView } from '../findings/finding-view.ts';
import { PageSummary } from '../pages/page-view.ts';
import { searchFacets } from './facets.ts';
import { nameKinds, searchKinds } from './search-query.ts';

/** Matches in a text: start and end in UTF-16 units. */
const Marks = z.array(z.tuple([z.int(), z.int()]));
const MarkedText = z.strictObject({ text: z.string(), marks: Marks });

const ArticleHit = z.strictObject({
  kind: z.literal('article'),
  article: ArticleSummary,
  /** In the headline. */
  marks: Marks,
  /** The sentence of the text in which something first matches. */
  excerpt: MarkedText.nullable(),
});
const FindingHit = z.strictObject({
  kind: z.literal('finding'),
  finding: FindingView,
  /** In the proposition. */
  marks: Marks,
  /** The sentence that is quoted, where something in it matches. */
  excerpt: MarkedText.nullable(),
});
const PageHit = ArticleHit.omit({ article: true }).extend({
  kind: z.literal('page'),
  page: PageSummary,
});
export const SearchHit = z.discriminatedUnion('kind', [ArticleHit, FindingHit, PageHit]);
export type SearchHit = z.infer<typeof SearchHit>;

/** Something that is found by its name. */
export const NameHit = z.strictObject({
  kind: z.enum(nameKinds),
  slug: z.string(),
  name: z.string(),
  about: z.string(),
  marks: Marks,
});
export type NameHit = z.infer<typeof NameHit>;

export const FacetCount = z.strictObject({ value: z.string(), name: z.string(), count: z.int() });
export type FacetCount = z.infer<typeof FacetCount>;

const IgnoredPart = z.strictObject({
  text: z.string(),
  why: z.string(),
  /** Values that could be written instead; empty if they cannot be listed. */
  allowed: z.array(z.string()),
});

export const SearchView = z.strictObject({
  /** How many articles, findings and pages; where `capped`, there are at least so many. */
  total: z.int(),
  capped: z.boolean(),
  /** On the first page alone. */
  names: z.array(NameHit),
  /** Pages of the journal about itself that are called so, on the first page alone. */
  pages: z.array(z.strictObject({ path: z.string(), title: z.string() })),
  items: z.array(SearchHit),
  /** Available filters, the most frequent first. Kinds include those of names. */
  facets: z.record(z.enum(searchFacets), z.array(FacetCount)),
  nextCursor: z.string().nullable(),
  /** Ignored parts of the query, and why. */
  ignored: z.array(IgnoredPart),
  /** Active filters that have a name, found or not. */
  chosen: z.array(z.strictObject({ facet: z.string(), value: z.string(), name: z.string() })),
  /** The corrected query that all results here are for, if the typed one has none and it is obvious. */
  mended: z.string().nullable(),
  /** If nothing was found: what else may be meant, and names that match some of the words. */
  didYouMean: z.string().nullable(),
  closest: z.array(NameHit),
});
export type SearchView = z.infer<typeof SearchView>;

export const Suggestion = z.strictObject({
  kind: z.enum(searchKinds),
  slug: z.string(),
  name: z.string(),
  language: z.string().nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;
