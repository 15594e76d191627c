import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { mentionedIds } from '../kinds.ts';

/**
 * Computes from an article's published rows the actors and entries it refers to, with everything
 * above those in a tree: readers may look up exactly these. Also to be called for the articles of
 * `listArticlesNaming` when an actor or issue has moved in its tree.
 */
export async function writeMentions(tx: Transaction, articleId: string): Promise<void> {
  await tx.$executeRaw`
    WITH finding_of_it AS (
      SELECT id FROM published_finding WHERE article_id = ${articleId}::uuid AND withdrawn_at IS NULL
    ), mentioned AS (
      ${Prisma.join(mentionedIds(articleId), ' UNION ALL ')}
    ), gone AS (
      DELETE FROM published_mention m WHERE article_id = ${articleId}::uuid
        AND NOT EXISTS (SELECT FROM mentioned n WHERE (n.kind, n.id) = (m.kind, m.ref_id))
    )
    INSERT INTO published_mention (kind, ref_id, article_id)
    SELECT DISTINCT kind, id, ${articleId}::uuid FROM mentioned
    ON CONFLICT DO NOTHING`;
}
