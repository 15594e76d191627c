import type { ReaderDatabase } from '@viewpoints/db/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { compileOnce, selectRows } from '@viewpoints/db/statement';
import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { nullable } from './expressions.ts';
import { published } from './reader-tables.ts';
import { nearestToOwn } from './shown-translation.ts';

/** Number of articles shown if nothing was picked; picks may be more. */
const SHOWN = 4;

/**
 * Related articles: what editors picked, in their order, then what is closest. Leaves out retracted
 * articles, second translations, translations of the article itself and, unless picked, parts of
 * its series: the page links to those already.
 */
export async function listPublishedRelated(
  db: ReaderDatabase,
  articleId: string,
): Promise<ArticleSummary[]> {
  const rows = await selectRows(db, relatedTo(articleId));
  const picked = rows.filter(({ position }) => position !== null).length;
  return rows.slice(0, Math.max(picked, SHOWN)).map(({ summary }) => summary);
}

/** Picks and related articles of an article, in both directions, each perhaps twice. */
const led = (articleId: string) =>
  published
    .with('own', (db) =>
      db
        .selectFrom('published_article as a')
        .leftJoin('published_part as p', 'p.article_id', 'a.id')
        .select(['a.id', 'a.translation_group', 'a.language', 'p.series_id'])
        .where('a.id', '=', articleId)
        .where(({ not, ref }) => not(ref('a.retracted'))),
    )
    .with('led', (db) =>
      db
        .selectFrom('published_related')
        .select(['related_id as id', sql<number | null>`null::int`.as('position')])
        .select(({ ref }) => nullable(ref('score')).as('score'))
        .where('article_id', '=', articleId)
        .unionAll(
          db
            .selectFrom('published_pick')
            .select(['picked_id as id', 'position'])
            .select(sql<number | null>`null::real`.as('score'))
            .where('article_id', '=', articleId),
        )
        .unionAll(({ parens }) =>
          parens(
            db
              .selectFrom('published_related')
              .select(['article_id as id', sql<number | null>`null::int`.as('position'), 'score'])
              .where('related_id', '=', articleId)
              .orderBy('score', 'desc')
              .limit(12),
          ),
        ),
    );

const relatedTo = compileOnce((articleId) =>
  led(articleId)
    .with('best', (db) =>
      db
        .selectFrom('led')
        .select(({ fn }) => ['id', fn.min('position').as('position'), fn.max('score').as('score')])
        .groupBy('id'),
    )
    .with('one', (db) =>
      db
        .selectFrom('own')
        .crossJoin('best')
        .innerJoin('published_article as a', 'a.id', 'best.id')
        .leftJoin('published_part as p', 'p.article_id', 'a.id')
        .distinctOn('a.translation_group')
        .select(({ fn }) => [
          ...(['a.id', 'a.summary', 'a.published_at', 'best.position'] as const),
          fn
            .max('best.score')
            .over((over) => over.partitionBy('a.translation_group'))
            .as('score'),
        ])
        .where(({ not, ref }) => not(ref('a.retracted')))
        .whereRef('a.translation_group', '<>', 'own.translation_group')
        .where(({ or, eb, ref }) =>
          or([
            eb('best.position', 'is not', null),
            eb('own.series_id', 'is', null),
            eb('p.series_id', 'is distinct from', ref('own.series_id')),
          ]),
        )
        .orderBy('a.translation_group')
        .orderBy('best.position', (order) => order.asc().nullsLast())
        .orderBy(nearestToOwn[0], 'desc')
        .orderBy(nearestToOwn[1], 'desc')
        .orderBy(nearestToOwn[2], 'desc')
        .orderBy('a.published_at')
        .orderBy('a.id'),
    )
    .selectFrom('one')
    .select(['summary', 'position'])
    .orderBy('position', (order) => order.asc().nullsLast())
    .orderBy('score', 'desc')
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(12),
);
