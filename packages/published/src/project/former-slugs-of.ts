import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectFirstIn } from '@viewpoints/db/statement';

/**
 * Whether a former address leads to an article or to an entry that it names: one of those that can be
 * taken from readers because of it.
 */
export async function hasFormerSlug(
  tx: Transaction,
  articleId: string,
  slug: string,
): Promise<boolean> {
  const known = allTables
    .selectFrom('former_slug as f')
    .select('f.slug')
    .where('f.slug', '=', slug)
    .where(({ and, eb, exists, or, selectFrom }) =>
      or([
        and([eb('f.kind', '=', 'article'), eb('f.ref_id', '=', articleId)]),
        exists(
          selectFrom('published_mention as m')
            .where('m.article_id', '=', articleId)
            .whereRef('m.ref_id', '=', 'f.ref_id')
            .whereRef('m.kind', '=', 'f.kind'),
        ),
        and([
          eb('f.kind', '=', 'source'),
          exists(
            selectFrom('published_source_use as u')
              .where('u.article_id', '=', articleId)
              .whereRef('u.source_id', '=', 'f.ref_id'),
          ),
        ]),
        // Exposures of a tree entry above one that is named count too.
        exists(
          selectFrom('exposure as e')
            .where('e.article_id', '=', articleId)
            .whereRef(sql<string>`split_part(e.place, 'formerSlugs.', 2)`, '=', 'f.slug'),
        ),
      ]),
    )
    .limit(1);
  return (await selectFirstIn(tx, known)) !== null;
}
