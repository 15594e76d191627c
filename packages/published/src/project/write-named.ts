import type { Transaction } from '@viewpoints/db/client';
import type { Written } from './publication.ts';

/**
 * Writes what an article itself names: topics, authors, pictures, its part of a series and its
 * picks. Unchanged rows are left alone, new ones inserted and the rest deleted. A pick may have been
 * deleted for good since the version was approved, or be deleted at this moment: it is left out.
 */
export async function writeNamed(
  tx: Transaction,
  { view, content }: Pick<Written, 'view' | 'content'>,
): Promise<void> {
  const { id } = view;
  const { topicIds, byline, series, pickIds } = content;
  const authorIds = byline?.kind === 'authors' ? byline.authorIds : [];
  const mediaIds = [...view.pictures, ...view.files].map(({ mediaId }) => mediaId);
  const picked = pickIds.filter((each) => each !== id);
  await tx.$executeRaw`
    WITH gone_topics AS (
      DELETE FROM published_article_topic WHERE article_id = ${id}::uuid AND topic_id <> ALL(${topicIds}::uuid[])
    ), new_topics AS (
      INSERT INTO published_article_topic (article_id, topic_id)
      SELECT ${id}::uuid, unnest(${topicIds}::uuid[]) ON CONFLICT DO NOTHING
    ), gone_contributors AS (
      DELETE FROM published_contributor WHERE article_id = ${id}::uuid AND author_id <> ALL(${authorIds}::uuid[])
    ), new_contributors AS (
      INSERT INTO published_contributor (article_id, author_id)
      SELECT ${id}::uuid, unnest(${authorIds}::uuid[]) ON CONFLICT DO NOTHING
    ), gone_media AS (
      DELETE FROM published_media WHERE article_id = ${id}::uuid AND media_id <> ALL(${mediaIds}::uuid[])
    ), new_media AS (
      INSERT INTO published_media (article_id, media_id)
      SELECT ${id}::uuid, unnest(${mediaIds}::uuid[]) ON CONFLICT DO NOTHING
    ), gone_part AS (
      DELETE FROM published_part WHERE article_id = ${id}::uuid AND ${series === null}
    ), new_part AS (
      INSERT INTO published_part (article_id, series_id, part)
      SELECT ${id}::uuid, ${series?.seriesId ?? null}::uuid, ${series?.part ?? null}::int WHERE ${series !== null}
      ON CONFLICT (article_id) DO UPDATE SET series_id = excluded.series_id, part = excluded.part
    ), gone_picks AS (
      DELETE FROM published_pick WHERE article_id = ${id}::uuid AND picked_id <> ALL(${picked}::uuid[])
    )
    INSERT INTO published_pick (article_id, picked_id, position)
    SELECT ${id}::uuid, p.id, p.place - 1 FROM unnest(${picked}::uuid[]) WITH ORDINALITY AS p(id, place)
    JOIN article a ON a.id = p.id FOR KEY SHARE OF a
    ON CONFLICT (article_id, picked_id) DO UPDATE SET position = excluded.position`;
}

/**
 * Removes what a retracted article named: it rests on no source, shows no picture, is no part of a
 * series, cites nothing and is related to nothing. Topics and authors stay with its notice.
 */
export async function removeNamed(tx: Transaction, articleId: string): Promise<void> {
  await tx.$executeRaw`
    WITH gone_sources AS (DELETE FROM published_source WHERE article_id = ${articleId}::uuid),
         gone_media AS (DELETE FROM published_media WHERE article_id = ${articleId}::uuid),
         gone_part AS (DELETE FROM published_part WHERE article_id = ${articleId}::uuid),
         gone_picks AS (DELETE FROM published_pick WHERE article_id = ${articleId}::uuid),
         gone_words AS (DELETE FROM published_word WHERE article_id = ${articleId}::uuid),
         gone_related AS (DELETE FROM published_related WHERE article_id = ${articleId}::uuid)
    DELETE FROM published_citation WHERE citing_id = ${articleId}::uuid`;
}
