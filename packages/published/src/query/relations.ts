import type { ReaderDatabase } from '@viewpoints/db/client';
import type { PlaceInSeries } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { refColumns } from './article-refs.ts';
import { isShownTranslationForOwnLanguage } from './shown-translation.ts';

type PartRow = ArticleRef & {
  series: string;
  name: string;
  complete: boolean;
  place: number;
  count: number;
  own: number;
};

/**
 * Where an article stands in its series, among the parts that readers can read: neither the number
 * nor the count says whether more are to come. A part in several languages is one, and read in the
 * article's. Null for one that is part of none.
 */
export async function findPlaceInSeries(
  db: ReaderDatabase,
  articleId: string,
): Promise<PlaceInSeries | null> {
  const rows = await db.$queryRaw<PartRow[]>`
    WITH one AS (
      SELECT DISTINCT ON (a.translation_group)
             a.id AS article_id, a.published_at, p.part, s.slug AS series, s.name, s.complete
      FROM published_article own
      JOIN published_part op ON op.article_id = own.id
      JOIN series s ON s.id = op.series_id
      JOIN published_part p ON p.series_id = op.series_id
      JOIN published_article a ON a.id = p.article_id
      WHERE own.id = ${articleId}::uuid
      ORDER BY a.translation_group, (a.id = own.id) DESC, ${isShownTranslationForOwnLanguage}
    ), part AS (
      SELECT article_id, series, name, complete,
             row_number() OVER run::int AS place, count(*) OVER ()::int AS count
      FROM one WINDOW run AS (ORDER BY part, published_at, article_id)
    )
    SELECT ${refColumns}, part.series, part.name, part.complete, part.place, part.count, own.place AS own
    FROM part JOIN published_article a ON a.id = part.article_id
    JOIN part own ON own.article_id = ${articleId}::uuid AND abs(part.place - own.place) <= 1`;
  const own = rows.find(({ id }) => id === articleId);
  if (own === undefined) return null;
  const at = (place: number) => {
    const row = rows.find((each) => each.place === place);
    return row === undefined ? null : refOf(row);
  };
  const { series: slug, name, complete, place, count } = own;
  return {
    series: { slug, name, complete },
    ...{ place, count },
    previous: at(place - 1),
    next: at(place + 1),
  };
}

/** The same piece in other languages, by language; nothing of or for what was retracted. */
export function listTranslations(db: ReaderDatabase, articleId: string): Promise<ArticleRef[]> {
  return db.$queryRaw<ArticleRef[]>`
    SELECT ${refColumns}
    FROM published_article own
    JOIN published_article a ON a.translation_group = own.translation_group AND a.id <> own.id
    WHERE own.id = ${articleId}::uuid AND NOT own.retracted AND NOT a.retracted
    ORDER BY a.language, a.published_at, a.id`;
}

/** The fields of a link alone, of a row that has more. */
export const refOf = ({ id, slug, headline, language, direction }: ArticleRef): ArticleRef => ({
  ...{ id, slug, headline, language, direction },
});
