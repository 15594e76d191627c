import { z } from 'zod';
import { CorrectionSeverity } from '../corrections/correction.ts';
import { FindingRef, Named, PublicFindingState } from '../findings/finding-view.ts';
import { Id, Instant } from '../values.ts';
import { ArticleRef } from './article-ref.ts';
import { ArticleSummary, ArticleView } from './article-view.ts';

/** The place of an article in its series, among the parts that readers can read. */
export const PlaceInSeries = z.strictObject({
  series: Named.extend({ complete: z.boolean() }),
  /** From 1, without gaps, whatever parts are still to come. */
  place: z.int().min(1),
  count: z.int().min(1),
  previous: ArticleRef.nullable(),
  next: ArticleRef.nullable(),
});
export type PlaceInSeries = z.infer<typeof PlaceInSeries>;

/** A finding that links to this version may lead to. */
export const FindingAnchor = z.strictObject({
  findingId: Id,
  state: PublicFindingState,
  /**
   * The number in links made before anchors were ids: `#finding-3`. Null for a finding published
   * since. No figure of any version.
   */
  legacyNumber: z.int().min(1).nullable(),
});
export type FindingAnchor = z.infer<typeof FindingAnchor>;

/** The article with its relations to others, which are read at each request. */
export const ArticlePageView = ArticleView.extend({
  /**
   * Every finding that readers had by the time of this version, those it no longer shows among
   * them: an address with the anchor of one always leads to it, or to what became of it.
   */
  anchors: z.array(FindingAnchor),
  series: PlaceInSeries.nullable(),
  /** The article's translations, itself not among them, by language. */
  translations: z.array(ArticleRef),
});
export type ArticlePageView = z.infer<typeof ArticlePageView>;

/** An event, since the live version was published, of something that the article cites. */
export const CitedChange = z.strictObject({
  kind: z.enum([
    'retraction',
    'correction',
    'withdrawn_finding',
    'corrected_finding',
    'changed_position',
  ]),
  /** The cited article, or the one that reported the cited finding. */
  article: ArticleRef,
  /** The finding cited; null if it is the article. */
  findingId: Id.nullable(),
  /** The finding that replaced it, if any. */
  replacement: FindingRef.nullable(),
  /** Of a correction alone. */
  severity: CorrectionSeverity.nullable(),
  /** In the words of the notice; empty if there is none. */
  why: z.string(),
  at: Instant,
});
export type CitedChange = z.infer<typeof CitedChange>;

/** What surrounds an article: related articles, what cites it, and what became of what it cites. */
export const ArticleSurroundings = z.strictObject({
  /** Articles that editors picked, in their order, then the closest; none that was retracted. */
  related: z.array(ArticleSummary),
  /** Newest first. */
  citedBy: z.array(ArticleRef),
  /** Newest first; only the gravest for each cited article. */
  changes: z.array(CitedChange),
});
export type ArticleSurroundings = z.infer<typeof ArticleSurroundings>;
