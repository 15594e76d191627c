import { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { ReaderDatabase } from '../client.ts';

/** How many stand below an article where nothing was picked; picks may be more. */
const SHOWN = 4;

/**
 * What to read beside an article: what editors picked, in their order, then what is closest.
 * Nothing retracted, and by itself neither a part of its series nor the piece in another language,
 * to which the page leads already.
 */
export async function listRelated(
  db: ReaderDatabase,
  articleId: string,
): Promise<ArticleSummary[]> {
  const rows = await db.$queryRaw<{ summary: unknown; picked: boolean }[]>`
    WITH own AS (
      SELECT a.id, a.translation_group, p.series_id
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
    )
    SELECT a.summary, best.position IS NOT NULL AS picked
    FROM own CROSS JOIN best JOIN published_article a ON a.id = best.id
    LEFT JOIN published_part p ON p.article_id = a.id
    WHERE NOT a.retracted
      AND (best.position IS NOT NULL
           OR (a.translation_group <> own.translation_group
               AND (own.series_id IS NULL OR p.series_id IS DISTINCT FROM own.series_id)))
    ORDER BY best.position NULLS LAST, best.score DESC, a.id DESC LIMIT 12`;
  const picked = rows.filter((row) => row.picked).length;
  return rows.slice(0, Math.max(picked, SHOWN)).map(({ summary }) => ArticleSummary.parse(summary));
}
