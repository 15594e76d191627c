import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { SeriesPageView, SeriesView } from '@viewpoints/domain/series/series-view';
import type { ReaderDatabase } from '../client.ts';
import { findByFormerSlug } from './former-slug.ts';

/** More than any one series will have; a bound, not a page. */
const mostParts = 500;

const columns = {
  ...{ id: true, slug: true, name: true, about: true, complete: true },
  _count: { select: { published: true } },
} as const;

type Row = {
  id: string;
  slug: string;
  name: string;
  about: string;
  complete: boolean;
  _count: { published: number };
};

const viewOf = ({ slug, name, about, complete, _count }: Row): SeriesView => ({
  ...{ slug, name, about, complete },
  partCount: _count.published,
});

/** Every series with a part that readers can read, by name. */
export async function listSeries(db: ReaderDatabase): Promise<SeriesView[]> {
  const rows = await db.series.findMany({
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map(viewOf);
}

/** A series with its parts in order; null where readers can read none. */
export async function findSeriesPage(
  db: ReaderDatabase,
  slug: string,
): Promise<SeriesPageView | null> {
  const row =
    (await db.series.findUnique({ where: { slug }, select: columns })) ??
    (await findFormer(db, slug));
  if (row === null) return null;
  const parts = await db.publishedPart.findMany({
    where: { seriesId: row.id },
    orderBy: [{ part: 'asc' }, { article: { publishedAt: 'asc' } }, { articleId: 'asc' }],
    take: mostParts,
    select: { article: { select: { summary: true } } },
  });
  return {
    series: viewOf(row),
    parts: parts.map(({ article }) => ArticleSummary.parse(article.summary)),
  };
}

async function findFormer(db: ReaderDatabase, slug: string): Promise<Row | null> {
  const id = await findByFormerSlug(db, 'series', slug);
  return id === null ? null : db.series.findUnique({ where: { id }, select: columns });
}
