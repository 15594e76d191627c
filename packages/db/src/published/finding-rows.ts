import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { FindingRef, FindingView } from '@viewpoints/domain/findings/finding-view';
import type { Prisma } from '../generated/client.ts';

/** What a finding's public view is made of. */
export const findingColumns = {
  id: true,
  view: true,
  withdrawnAt: true,
  publishedAt: true,
  article: { select: { summary: true } },
  supersededBy: { select: { kind: true } },
} as const satisfies Prisma.PublishedFindingSelect;

type FindingRow = Prisma.PublishedFindingGetPayload<{ select: typeof findingColumns }>;

/** Whether a finding `f` was replaced by one that readers can see. */
export const superseded =
  'EXISTS (SELECT FROM published_supersession s WHERE s.old_id = f.id)' as const;

/** What a finding `f` of an article `a` is read as, for `ReadFinding`. */
export const findingFields = `f.id, f.view, f.published_at AS "publishedAt",
  f.withdrawn_at IS NOT NULL AS withdrawn, ${superseded} AS superseded,
  a.id AS "articleId", a.slug, a.summary ->> 'headline' AS headline`;

/** A row of `findingFields`. */
export type ReadFinding = {
  id: string;
  view: FindingView;
  publishedAt: Date;
  withdrawn: boolean;
  superseded: boolean;
  articleId: string;
  slug: string;
  headline: string;
};

/** What readers are told of where a finding stands. */
export const stateOf = (row: { withdrawn: boolean; superseded: boolean }): FindingView['state'] =>
  row.withdrawn ? 'withdrawn' : row.superseded ? 'superseded' : 'published';

/**
 * A row as readers have it. Its state and the names of its article are those of this moment, not
 * of when it was published: a replacement may be newer, and visible only since an embargo ended.
 */
export function readFindingView(row: ReadFinding): FindingView {
  const { articleId: id, slug, headline } = row;
  return { ...row.view, state: stateOf(row), article: { id, slug, headline } };
}

export function readFindingRef(row: ReadFinding): FindingRef {
  const { slug, headline } = row;
  return { id: row.id, proposition: row.view.proposition, article: { slug, headline } };
}

/** The same of a row that Prisma read. */
export function findingViewOf(row: FindingRow): FindingView {
  const { id, slug, headline } = row.article.summary as ArticleSummary;
  return {
    ...(row.view as FindingView),
    state: stateOf({ withdrawn: row.withdrawnAt !== null, superseded: row.supersededBy !== null }),
    article: { id, slug, headline },
  };
}

export function findingRefOf(row: FindingRow): FindingRef {
  const { id, proposition, article } = findingViewOf(row);
  return { id, proposition, article: { slug: article.slug, headline: article.headline } };
}
