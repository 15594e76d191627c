import type { Transaction } from '@viewpoints/db/client';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { extractKeywords } from '@viewpoints/domain/articles/keywords';

/** How many of the closest are stored for each article; read in both directions. */
const MAX_RELATED = 12;

/**
 * Finds related articles, which pages of the journal about itself neither have nor are: by the actors, issues and topics that they share, and by the words of
 * headline and standfirst. What fewer articles share counts for more.
 *
 * Its cost does not grow with the journal: for everything shared only the newest articles are read,
 * by an index, and a frequent word counts for nothing. Of what is equally close the newer comes
 * first. What another transaction is deleting is left out: waiting for it would end in a broken
 * reference. Call it once mentions are written.
 */
export async function writeRelated(tx: Transaction, view: ArticleView): Promise<void> {
  const { id, language } = view;
  const words = extractKeywords(`${view.headline} ${view.standfirst}`, language);
  await tx.$executeRaw`
    WITH gone_words AS (
      DELETE FROM published_word WHERE article_id = ${id}::uuid AND word <> ALL(${words}::text[])
    ), new_words AS (
      INSERT INTO published_word (word, article_id, published_at)
      SELECT unnest(${words}::text[]), id, published_at FROM published_article WHERE id = ${id}::uuid
      ON CONFLICT DO NOTHING
    ), by_name AS (
      SELECT o.article_id AS id, o.published_at, w.weight, count(*) OVER (PARTITION BY m.kind, m.ref_id) AS sharing
      FROM published_mention m
      JOIN (VALUES ('actor', 4.0), ('issue', 4.0), ('topic', 1.0)) AS w(kind, weight) ON w.kind = m.kind::text
      CROSS JOIN LATERAL (
        SELECT x.article_id, x.published_at FROM published_mention x
        WHERE x.kind = m.kind AND x.ref_id = m.ref_id AND x.article_id <> m.article_id
        ORDER BY x.published_at DESC, x.article_id DESC LIMIT 60) o
      WHERE m.article_id = ${id}::uuid
    ), by_word AS (
      SELECT o.article_id AS id, o.published_at, 1.0 AS weight, count(*) OVER (PARTITION BY w.word) AS sharing
      FROM unnest(${words}::text[]) AS w(word)
      CROSS JOIN LATERAL (
        SELECT x.article_id, x.published_at FROM published_word x
        WHERE x.word = w.word AND x.article_id <> ${id}::uuid
        ORDER BY x.published_at DESC, x.article_id DESC LIMIT 30) o
    ), shared AS (
      SELECT id, published_at, sum(weight / (1 + ln(sharing))) AS worth
      FROM (SELECT * FROM by_name UNION ALL SELECT * FROM by_word WHERE sharing < 30) each_shared
      GROUP BY id, published_at ORDER BY worth DESC, published_at DESC, id DESC LIMIT 40
    ), closest AS (
      SELECT a.id, s.worth * CASE WHEN a.language = own.language THEN 1 ELSE 0.5 END AS score
      FROM shared s
      JOIN published_article a ON a.id = s.id AND NOT a.retracted AND a.path IS NULL
      JOIN published_article own
        ON own.id = ${id}::uuid AND own.path IS NULL AND own.translation_group <> a.translation_group
      ORDER BY score DESC, a.published_at DESC, a.id DESC LIMIT ${MAX_RELATED}
      FOR KEY SHARE OF a SKIP LOCKED
    ), gone_related AS (
      DELETE FROM published_related WHERE article_id = ${id}::uuid AND related_id NOT IN (SELECT id FROM closest)
    )
    INSERT INTO published_related (article_id, related_id, score)
    SELECT ${id}::uuid, id, score FROM closest ORDER BY id
    ON CONFLICT (article_id, related_id) DO UPDATE SET score = excluded.score`;
}
