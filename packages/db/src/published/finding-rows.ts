import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { type FindingRef, FindingView } from '@viewpoints/domain/findings/finding-view';
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

/**
 * A row as readers have it. Its state and the names of its article are those of this moment, not
 * of when it was published: a replacement may be newer, and visible only since an embargo ended.
 */
export function findingViewOf(row: FindingRow): FindingView {
  const { id, slug, headline } = ArticleSummary.parse(row.article.summary);
  return {
    ...FindingView.parse(row.view),
    state:
      row.withdrawnAt !== null
        ? 'withdrawn'
        : row.supersededBy !== null
          ? 'superseded'
          : 'published',
    article: { id, slug, headline },
  };
}

export function findingRefOf(row: FindingRow): FindingRef {
  const { id, proposition, article } = findingViewOf(row);
  return { id, proposition, article: { slug: article.slug, headline: article.headline } };
}
