import type { ReaderDatabase } from '@viewpoints/db/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import type { SeriesPageView, SeriesView } from '@viewpoints/domain/series/series-view';
import { countDistinct, countIn, inScope } from './expressions.ts';
import { findPublishedByFormerSlug } from './former-slug.ts';
import { published } from './reader-tables.ts';
import { isShownTranslation, otherLanguages } from './shown-translation.ts';

/** More than any one series will have; a bound, not a page. */
const maxParts = 500;

type Row = SeriesView & { id: string };

const series = published.selectFrom('series as s').select((eb) => [
  ...(['s.id', 's.slug', 's.name', 's.about', 's.complete'] as const),
  countIn(
    eb
      .selectFrom('published_part as p')
      .innerJoin('published_article as a', 'a.id', 'p.article_id')
      .select(({ ref }) => countDistinct(ref('a.translation_group')).as('count'))
      .whereRef('p.series_id', '=', 's.id'),
  ).as('partCount'),
]);

const viewOf = ({ id: _, ...view }: Row): SeriesView => view;

/** Every series with a part that readers can read, by name. */
export async function listPublishedSeries(db: ReaderDatabase): Promise<SeriesView[]> {
  const rows = await selectRows(db, series.orderBy('s.name').orderBy('s.id'));
  return rows.map(viewOf);
}

/** A series with its parts in order, each in one language; null if readers can read none. */
export async function findPublishedSeriesPage(
  db: ReaderDatabase,
  slug: string,
): Promise<SeriesPageView | null> {
  const row =
    (await selectFirst(db, series.where('s.slug', '=', slug))) ?? (await findFormer(db, slug));
  if (row === null) return null;
  const parts = await selectRows(
    db,
    published
      .selectFrom('published_part as p')
      .innerJoin('published_article as a', 'a.id', 'p.article_id')
      .select(['a.summary', otherLanguages.as('alsoIn')])
      .where('p.series_id', '=', row.id)
      .where(isShownTranslation([isPartOf(row.id)]))
      .orderBy('p.part')
      .orderBy('a.published_at')
      .orderBy('a.id')
      .limit(sql.lit(maxParts)),
  );
  return {
    series: viewOf(row),
    parts: parts.map(({ summary, alsoIn }) => ({ ...summary, alsoIn })),
  };
}

const eb = inScope<{ o: 'published_article' }>();

/** Whether the article `o` is a part of a series. */
const isPartOf = (seriesId: string) =>
  eb.exists(
    eb
      .selectFrom('published_part as op')
      .whereRef('op.article_id', '=', 'o.id')
      .where('op.series_id', '=', seriesId),
  );

async function findFormer(db: ReaderDatabase, slug: string): Promise<Row | null> {
  const id = await findPublishedByFormerSlug(db, 'series', slug);
  return id === null ? null : selectFirst(db, series.where('s.id', '=', id));
}
