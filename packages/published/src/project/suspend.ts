import type { Transaction } from '@viewpoints/db/client';

/** Later than any publication: what is visible from then on is visible to nobody now. */
const never = '9999-12-31T00:00:00.000Z';

/**
 * Takes articles off until they are corrected, with all their versions, findings and notices, and pages
 * with those below them, whose addresses say the same slugs: every
 * page, feed and list leaves them out, since all queries filter by `visible_from`. The original
 * time is stored, to be restored. Search entries are deleted, since updating one would index each
 * of its words again. In the order of ids, like everything that locks several articles.
 */
export async function suspendArticles(
  tx: Transaction,
  articleIds: readonly string[],
): Promise<void> {
  if (articleIds.length === 0) return;
  const ids = [...articleIds];
  await tx.$executeRaw`
    WITH below AS (
      SELECT p.id FROM published_article p
      JOIN published_article above ON above.id = ANY(${ids}::uuid[]) AND starts_with(p.path, above.path || '/')
    ), found AS (
      SELECT id FROM published_article
      WHERE (id = ANY(${ids}::uuid[]) OR id IN (SELECT id FROM below)) AND suspended_from IS NULL
      ORDER BY id FOR NO KEY UPDATE
    ), versions AS (
      UPDATE published_version SET visible_from = ${never}::timestamptz WHERE article_id IN (SELECT id FROM found)
    ), findings AS (
      UPDATE published_finding SET visible_from = ${never}::timestamptz WHERE article_id IN (SELECT id FROM found)
    ), notices AS (
      UPDATE published_correction SET visible_from = ${never}::timestamptz WHERE article_id IN (SELECT id FROM found)
    ), entries AS (
      DELETE FROM search_document WHERE article_id IN (SELECT id FROM found)
    )
    UPDATE published_article SET suspended_from = visible_from, visible_from = ${never}::timestamptz
    WHERE id IN (SELECT id FROM found)`;
}

/** Shows a suspended article again from when it was to be seen; the caller writes what the search finds of it. */
export async function resumeArticle(tx: Transaction, articleId: string): Promise<void> {
  await tx.$executeRaw`
    WITH found AS (
      SELECT id, suspended_from FROM published_article
      WHERE id = ${articleId}::uuid AND suspended_from IS NOT NULL
    ), versions AS (
      UPDATE published_version v SET visible_from = f.suspended_from FROM found f WHERE v.article_id = f.id
    ), findings AS (
      UPDATE published_finding p SET visible_from = f.suspended_from FROM found f WHERE p.article_id = f.id
    ), notices AS (
      UPDATE published_correction c SET visible_from = f.suspended_from FROM found f WHERE c.article_id = f.id
    )
    UPDATE published_article a SET visible_from = f.suspended_from, suspended_from = NULL
    FROM found f WHERE a.id = f.id`;
}

/** Whether an article was taken off until it is corrected. */
export async function isSuspended(tx: Transaction, articleId: string): Promise<boolean> {
  const row = await tx.publishedArticle.findUnique({
    where: { id: articleId },
    select: { suspendedFrom: true },
  });
  return row !== null && row.suspendedFrom !== null;
}
