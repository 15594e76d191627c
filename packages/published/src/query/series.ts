import type { ReaderDatabase } from '@viewpoints/db/client';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { SeriesPageView, SeriesView } from '@viewpoints/domain/series/series-view';
import { findByFormerSlug } from './former-slug.ts';
import { alsoIn, isShownTranslation } from './shown-translation.ts';

/** More than any one series will have; a bound, not a page. */
const mostParts = 500;

type Row = SeriesView & { id: string };

const columns = `s.id, s.slug, s.name, s.about, s.complete,
  (SELECT count(DISTINCT a.translation_group)::int FROM published_part p
   JOIN published_article a ON a.id = p.article_id WHERE p.series_id = s.id) AS "partCount"`;

const viewOf = ({ id: _, ...series }: Row): SeriesView => series;

/** Every series with a part that readers can read, by name. */
export async function listSeries(db: ReaderDatabase): Promise<SeriesView[]> {
  const rows = await db.rows<Row>(`SELECT ${columns} FROM series s ORDER BY s.name, s.id`);
  return rows.map(viewOf);
}

/** A series with its parts in order, each in one language; null where readers can read none. */
export async function findSeriesPage(
  db: ReaderDatabase,
  slug: string,
): Promise<SeriesPageView | null> {
  const row = (await findRow(db, 's.slug = $1', slug)) ?? (await findFormer(db, slug));
  if (row === null) return null;
  const inSeries =
    'EXISTS (SELECT FROM published_part op WHERE op.article_id = o.id AND op.series_id = $1::uuid)';
  const parts = await db.rows<{ summary: ArticleSummary; alsoIn: ArticleRef[] }>(
    `SELECT a.summary, ${alsoIn} AS "alsoIn"
     FROM published_part p JOIN published_article a ON a.id = p.article_id
     WHERE p.series_id = $1::uuid AND ${isShownTranslation([inSeries])} ORDER BY p.part, a.published_at, a.id LIMIT ${mostParts}`,
    [row.id],
  );
  return {
    series: viewOf(row),
    parts: parts.map(({ summary, alsoIn }) => ({ ...summary, alsoIn })),
  };
}

async function findRow(
  db: ReaderDatabase,
  where: 's.slug = $1' | 's.id = $1::uuid',
  value: string,
): Promise<Row | null> {
  const [row] = await db.rows<Row>(`SELECT ${columns} FROM series s WHERE ${where}`, [value]);
  return row ?? null;
}

async function findFormer(db: ReaderDatabase, slug: string): Promise<Row | null> {
  const id = await findByFormerSlug(db, 'series', slug);
  return id === null ? null : findRow(db, 's.id = $1::uuid', id);
}
