import type { Transaction } from '@viewpoints/db/client';

/**
 * Works out from an article's published rows whom and what it refers to, with everything above
 * those in a tree: exactly these may readers look up. Also to be called for the articles of
 * `listArticlesNaming` when an actor or issue has moved in its tree.
 */
export async function writeMentions(tx: Transaction, articleId: string): Promise<void> {
  await tx.$executeRaw`
    WITH RECURSIVE finding_of_it AS (
      SELECT id FROM published_finding WHERE article_id = ${articleId}::uuid AND withdrawn_at IS NULL
    ), actors AS (
      SELECT h.actor_id AS id FROM published_holding h JOIN finding_of_it f ON f.id = h.finding_id
      UNION
      SELECT a.part_of_id FROM actor a JOIN actors ON actors.id = a.id WHERE a.part_of_id IS NOT NULL
    ), issues AS (
      SELECT p.issue_id AS id FROM published_about p JOIN finding_of_it f ON f.id = p.finding_id
      UNION
      SELECT i.parent_id FROM issue i JOIN issues ON issues.id = i.id WHERE i.parent_id IS NOT NULL
    ), mentioned AS (
      SELECT 'actor'::page_kind AS kind, id FROM actors
      UNION ALL SELECT 'issue', id FROM issues
      UNION ALL SELECT 'place', p.place_id FROM published_place p JOIN finding_of_it f ON f.id = p.finding_id
      UNION ALL SELECT 'topic', topic_id FROM published_article_topic WHERE article_id = ${articleId}::uuid
      UNION ALL SELECT 'series', series_id FROM published_part WHERE article_id = ${articleId}::uuid
      UNION ALL SELECT 'author', author_id FROM published_contributor WHERE article_id = ${articleId}::uuid
    ), gone AS (
      DELETE FROM published_mention m WHERE article_id = ${articleId}::uuid
        AND NOT EXISTS (SELECT FROM mentioned n WHERE (n.kind, n.id) = (m.kind, m.ref_id))
    )
    INSERT INTO published_mention (kind, ref_id, article_id)
    SELECT DISTINCT kind, id, ${articleId}::uuid FROM mentioned
    ON CONFLICT DO NOTHING`;
}
