import type { Transaction } from '@viewpoints/db/client';
import { mayProtect } from './protecting-sources.ts';

/** An article related to another: what a list shows of it, and the protected sources it rests on. */
export type RelatedHead = { id: string; texts: string[]; sourceIds: string[] };

/** The articles that one was found to be related to, from either end, where either is protected. */
export async function listRelatedHeads(tx: Transaction, articleId: string): Promise<RelatedHead[]> {
  return tx.$queryRaw<RelatedHead[]>`
    WITH related AS (
      SELECT related_id AS id FROM published_related WHERE article_id = ${articleId}::uuid
      UNION SELECT article_id FROM published_related WHERE related_id = ${articleId}::uuid
    ), protected AS (
      SELECT DISTINCT u.article_id, u.source_id FROM published_source_use u JOIN source s ON s.id = u.source_id
      WHERE ${mayProtect} AND u.article_id IN (SELECT id FROM related UNION SELECT ${articleId}::uuid)
    )
    SELECT a.id::text,
      ARRAY[a.summary ->> 'headline', a.summary ->> 'standfirst', a.summary ->> 'section', a.slug] AS texts,
      ARRAY(SELECT p.source_id::text FROM protected p WHERE p.article_id = a.id) AS "sourceIds"
    FROM related r JOIN published_article a ON a.id = r.id
    WHERE EXISTS (SELECT FROM protected)`;
}

/** Removes whatever relates these articles to others; rebuilding finds what still may. */
export async function deleteAllRelations(
  tx: Transaction,
  articleIds: readonly string[],
): Promise<void> {
  const ids = [...articleIds];
  await tx.publishedRelated.deleteMany({
    where: { OR: [{ articleId: { in: ids } }, { relatedId: { in: ids } }] },
  });
}

/** Removes what was found to relate an article to others. */
export async function deleteRelations(
  tx: Transaction,
  articleId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.publishedRelated.deleteMany({
    where: {
      OR: [
        { articleId, relatedId: { in: [...ids] } },
        { relatedId: articleId, articleId: { in: [...ids] } },
      ],
    },
  });
}
