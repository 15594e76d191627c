import type { ReaderDatabase } from '@viewpoints/db/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { compileOnce, selectRows } from '@viewpoints/db/statement';
import type { PlaceInSeries } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { refColumns } from './article-refs.ts';
import { integer } from './expressions.ts';
import { published } from './reader-tables.ts';
import { nearestToOwn } from './shown-translation.ts';

/**
 * The place of an article in its series, among the parts that readers can read: neither the number
 * nor the count says whether more are to come. A part in several languages is one, and read in the
 * article's. Null for one that is part of none.
 */
export async function findPublishedPlaceInSeries(
  db: ReaderDatabase,
  articleId: string,
): Promise<PlaceInSeries | null> {
  const rows = await selectRows(db, partsBeside(articleId));
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

/** An article's part of its series, and those before and after it. */
const partsBeside = compileOnce((articleId) =>
  published
    .with('one', (db) =>
      db
        .selectFrom('published_article as own')
        .innerJoin('published_part as op', 'op.article_id', 'own.id')
        .innerJoin('series as s', 's.id', 'op.series_id')
        .innerJoin('published_part as p', 'p.series_id', 'op.series_id')
        .innerJoin('published_article as a', 'a.id', 'p.article_id')
        .distinctOn('a.translation_group')
        .select(['a.id as article_id', 'a.published_at', 'p.part'])
        .select(['s.slug as series', 's.name', 's.complete'])
        .where('own.id', '=', articleId)
        .orderBy('a.translation_group')
        .orderBy((eb) => eb('a.id', '=', eb.ref('own.id')), 'desc')
        .orderBy(nearestToOwn[0], 'desc')
        .orderBy(nearestToOwn[1], 'desc')
        .orderBy(nearestToOwn[2], 'desc')
        .orderBy('a.published_at')
        .orderBy('a.id'),
    )
    .with('part', (db) =>
      db
        .selectFrom('one')
        .select(['article_id', 'series', 'name', 'complete'])
        .select((eb) => [
          integer(
            eb.fn
              .agg('row_number')
              .over((over) => over.orderBy('part').orderBy('published_at').orderBy('article_id')),
          ).as('place'),
          integer(eb.fn.countAll().over()).as('count'),
        ]),
    )
    .selectFrom('part')
    .innerJoin('published_article as a', 'a.id', 'part.article_id')
    .innerJoin('part as own', (join) => join.on('own.article_id', '=', articleId))
    .select(refColumns)
    .select(['part.series', 'part.name', 'part.complete', 'part.place', 'part.count'])
    .where(({ eb, ref }) =>
      eb(sql<number>`abs(${ref('part.place')} - ${ref('own.place')})`, '<=', 1),
    ),
);

/** The same article in other languages, by language; nothing of or for what was retracted. */
export function listPublishedTranslations(
  db: ReaderDatabase,
  articleId: string,
): Promise<ArticleRef[]> {
  return selectRows(
    db,
    published
      .selectFrom('published_article as own')
      .innerJoin('published_article as a', (join) =>
        join
          .onRef('a.translation_group', '=', 'own.translation_group')
          .onRef('a.id', '<>', 'own.id'),
      )
      .select(refColumns)
      .where('own.id', '=', articleId)
      .where(({ not, ref }) => not(ref('own.retracted')))
      .where(({ not, ref }) => not(ref('a.retracted')))
      .orderBy('a.language')
      .orderBy('a.published_at')
      .orderBy('a.id'),
  );
}

/** The fields of a link alone, of a row that has more. */
export const refOf = ({ id, slug, headline, language, direction }: ArticleRef): ArticleRef => ({
  ...{ id, slug, headline, language, direction },
});
