import type { Transaction } from '@viewpoints/db/client';

/**
 * Whether a former address leads to an article or to an entry that it names: one of those that can be
 * taken from readers because of it.
 */
export async function hasFormerSlug(
  tx: Transaction,
  articleId: string,
  slug: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM former_slug f WHERE f.slug = ${slug} AND (
      f.kind = 'article' AND f.ref_id = ${articleId}::uuid
      OR EXISTS (SELECT FROM published_mention m
                 WHERE m.article_id = ${articleId}::uuid AND m.ref_id = f.ref_id AND m.kind = f.kind)
      OR f.kind = 'source' AND EXISTS (SELECT FROM published_source_use u
                 WHERE u.article_id = ${articleId}::uuid AND u.source_id = f.ref_id)
      -- An entry above one that is named, in its tree, is told of as exposed.
      OR EXISTS (SELECT FROM exposure e WHERE e.article_id = ${articleId}::uuid
                 AND split_part(e.place, 'formerSlugs.', 2) = f.slug))
    LIMIT 1`;
  return rows.length > 0;
}
