import type { ReaderDatabase } from '@viewpoints/db/client';
import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { isShownTranslationForOwnLanguage } from './shown-translation.ts';

/** How many stand below an article where nothing was picked; picks may be more. */
const SHOWN = 4;

/**
 * What to read beside an article: what editors picked, in their order, then what is closest.
 * Nothing retracted, nothing twice because it is in two languages, and neither the piece itself in
 * another nor, unless it was picked, a part of its series: to those the page leads already.
 */
export async function listRelated(
  db: ReaderDatabase,
  articleId: string,
): Promise<ArticleSummary[]> {
  const rows = await db.$queryRaw<{ summary: unknown; picked: boolean }[]>`
    WITH own AS (
      SELECT a.id, a.translation_group, a.language, p.series_id
      FROM published_article a LEFT JOIN published_part p ON p.article_id = a.id
      WHERE a.id = ${articleId}::uuid AND NOT a.retracted
    ), led AS (
      SELECT picked_id AS id, position, NULL::real AS score FROM published_pick
      WHERE article_id = ${articleId}::uuid
      UNION ALL
      SELECT related_id, NULL, score FROM published_related WHERE article_id = ${articleId}::uuid
      UNION ALL
      (SELECT article_id, NULL, score FROM published_related WHERE related_id = ${articleId}::uuid
       ORDER BY score DESC LIMIT 12)
    ), best AS (
      SELECT id, min(position) AS position, max(score) AS score FROM led GROUP BY id
    ), one AS (
      SELECT DISTINCT ON (a.translation_group) a.id, a.summary, a.published_at, best.position,
             max(best.score) OVER (PARTITION BY a.translation_group) AS score
      FROM own CROSS JOIN best JOIN published_article a ON a.id = best.id
      LEFT JOIN published_part p ON p.article_id = a.id
      WHERE NOT a.retracted AND a.translation_group <> own.translation_group
        AND (best.position IS NOT NULL
             OR own.series_id IS NULL OR p.series_id IS DISTINCT FROM own.series_id)
      ORDER BY a.translation_group, best.position NULLS LAST, ${isShownTranslationForOwnLanguage}
    )
    SELECT summary, position IS NOT NULL AS picked
    FROM one ORDER BY position NULLS LAST, score DESC, published_at DESC, id DESC LIMIT 12`;
  const picked = rows.filter((row) => row.picked).length;
  return rows.slice(0, Math.max(picked, SHOWN)).map(({ summary }) => ArticleSummary.parse(summary));
}
