import type { Transaction } from '../client.ts';

/**
 * Locks for reading, until this transaction ends, every source and every entry of the catalogue that
 * an article names, with what is above it in its tree. A publication takes this lock and then that
 * of the article; who edits a name takes that of the name and then those of the articles. So no two
 * of them wait for each other, and a name changed at the same moment comes before what is composed
 * under the lock, or after it.
 */
export async function lockNamesOf(tx: Transaction, articleId: string): Promise<void> {
  await tx.$queryRaw`
    WITH RECURSIVE own AS (SELECT id, source_id FROM finding WHERE article_id = ${articleId}::uuid),
    actors AS (
      SELECT h.actor_id AS id FROM finding_holder h JOIN own ON own.id = h.finding_id WHERE h.actor_id IS NOT NULL
      UNION SELECT a.part_of_id FROM actor a JOIN actors ON actors.id = a.id WHERE a.part_of_id IS NOT NULL
    ), issues AS (
      SELECT i.issue_id AS id FROM finding_issue i JOIN own ON own.id = i.finding_id
      UNION SELECT i.parent_id FROM issue i JOIN issues ON issues.id = i.id WHERE i.parent_id IS NOT NULL
    ), locked_actors AS (
      SELECT id FROM actor WHERE id IN (SELECT id FROM actors) ORDER BY id FOR SHARE
    ), locked_authors AS (
      SELECT id FROM author WHERE id IN (SELECT author_id FROM article_author WHERE article_id = ${articleId}::uuid)
      ORDER BY id FOR SHARE
    ), locked_issues AS (
      SELECT id FROM issue WHERE id IN (SELECT id FROM issues) ORDER BY id FOR SHARE
    ), locked_places AS (
      SELECT id FROM place
      WHERE id IN (SELECT p.place_id FROM finding_place p JOIN own ON own.id = p.finding_id)
      ORDER BY id FOR SHARE
    ), locked_series AS (
      SELECT id FROM series WHERE id IN (SELECT series_id FROM article WHERE id = ${articleId}::uuid)
      ORDER BY id FOR SHARE
    ), locked_sources AS (
      SELECT id FROM source WHERE id IN (
        SELECT source_id FROM article_source WHERE article_id = ${articleId}::uuid
        UNION SELECT source_id FROM own WHERE source_id IS NOT NULL
        UNION SELECT l.source_id FROM finding_locator l JOIN own ON own.id = l.finding_id
        UNION SELECT source_id FROM published_source_use WHERE article_id = ${articleId}::uuid)
      ORDER BY id FOR SHARE
    ), locked_topics AS (
      SELECT id FROM topic WHERE id IN (SELECT topic_id FROM article_topic WHERE article_id = ${articleId}::uuid)
      ORDER BY id FOR SHARE
    )
    SELECT count(*) FROM (
      SELECT id FROM locked_actors UNION ALL SELECT id FROM locked_authors
      UNION ALL SELECT id FROM locked_issues UNION ALL SELECT id FROM locked_places
      UNION ALL SELECT id FROM locked_series UNION ALL SELECT id FROM locked_sources
      UNION ALL SELECT id FROM locked_topics) AS locked`;
}
