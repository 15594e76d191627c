import { z } from 'zod';
import { contentOf } from '../content-of.ts';
import { Document, emptyDocument } from '../document/document.ts';
import { ArticleKind, PageParent } from '../pages/page-parent.ts';
import { Part } from '../series/series.ts';
import {
  Direction,
  Id,
  Instant,
  Language,
  line,
  Slug,
  TimeZone,
  text,
  WebAddress,
} from '../values.ts';

export const Genre = z.enum(['original', 'analysis', 'opinion', 'event_report', 'republished']);
export type Genre = z.infer<typeof Genre>;

export const ArticleState = z.enum([
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'published',
  'retracted',
  'archived',
]);
export type ArticleState = z.infer<typeof ArticleState>;

/** Who wrote it, or why no author is named. Null until that is decided. */
export const Byline = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('authors'), authorIds: z.array(Id).min(1).max(30) }),
  z.strictObject({ kind: z.literal('none'), reason: line(200) }),
]);
export type Byline = z.infer<typeof Byline>;

/** Who may be named in a byline. An author need not have an account. */
export const AuthorContent = z.strictObject({
  slug: Slug,
  name: line(120),
  about: text(1000).default(''),
  /** The person's pages elsewhere: ORCID, Wikidata, a site of their own. */
  sameAs: z.array(WebAddress).max(20).default([]),
});
export type AuthorContent = z.infer<typeof AuthorContent>;
export const Author = AuthorContent.extend({ id: Id, save: z.int().min(1) });
export type Author = z.infer<typeof Author>;

/** The most topics that an article has. */
export const MAX_TOPICS = 10;

/** The fields of an article that editors write. A draft may lack much: publishing requires the rest. */
export const ArticleContent = z.strictObject({
  slug: Slug,
  section: text(60).default(''),
  genre: Genre.default('original'),
  language: Language.default('en'),
  direction: Direction.default('ltr'),
  headline: text(200).default(''),
  standfirst: text(600).default(''),
  body: Document.default(emptyDocument),
  byline: Byline.nullable().default(null),
  /** In order; the first is the one the article is filed under. */
  topicIds: z.array(Id).max(MAX_TOPICS).default([]),
  /** The sources of the whole article: the "How we know" box. */
  sourceIds: z.array(Id).max(30).default([]),
  series: Part.nullable().default(null),
  /** The original this is a translation of; never itself a translation. */
  translationOf: Id.nullable().default(null),
  /** Related articles in the editors' order; the closest others are found automatically. */
  pickIds: z.array(Id).max(6, 'pick no more than six').default([]),
  /** For the desk only. Protected. */
  note: text(10_000).default(''),
});
export type ArticleContent = z.infer<typeof ArticleContent>;

/** The fields of an article that editors write, without its place in the workflow. */
export const articleContentOf = (article: ArticleContent): ArticleContent =>
  contentOf(ArticleContent, article);

/** The working copy with its place in the workflow. */
export const Article = ArticleContent.extend({
  id: Id,
  kind: ArticleKind.default('article'),
  /** What a page stands under. */
  parent: PageParent.default(null),
  state: ArticleState,
  createdBy: Id,
  /** Grows with each saved change; a write names the one it saw. */
  save: z.int().min(1),
  savedBy: Id,
  savedAt: Instant,
  /** The revision that an approval names; null once the working copy has moved on. */
  approvedRevisionId: Id.nullable(),
  approvedBy: Id.nullable(),
  /** The revision readers see; unchanged while the next one is prepared. */
  liveRevisionId: Id.nullable(),
  publishAt: Instant.nullable(),
  embargoUntil: Instant.nullable(),
  /** The zone in which those two were set. */
  timeZone: TimeZone,
  firstPublishedAt: Instant.nullable(),
  createdAt: Instant,
});
export type Article = z.infer<typeof Article>;
