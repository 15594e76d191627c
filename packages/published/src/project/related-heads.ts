import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { selectRowsIn } from '@viewpoints/db/statement';
import { keyText, listIn } from '../query/expressions.ts';
import { mayProtect } from './protecting-sources.ts';

/** An article related to another: what a list shows of it, and the protected sources it rests on. */
export type RelatedHead = { id: string; texts: string[]; sourceIds: string[] };

/** The articles that one was found to be related to, from either end, where either is protected. */
export async function listRelatedHeads(tx: Transaction, articleId: string): Promise<RelatedHead[]> {
  const heads = allTables
    .with('related', (db) =>
      db
        .selectFrom('published_related')
        .select('related_id as id')
        .where('article_id', '=', articleId)
        .union(
          db
            .selectFrom('published_related')
            .select('article_id as id')
            .where('related_id', '=', articleId),
        ),
    )
    .with('protected', (db) =>
      db
        .selectFrom('published_source_use as u')
        .innerJoin('source as s', 's.id', 'u.source_id')
        .select(['u.article_id', 'u.source_id'])
        .distinct()
        .where(mayProtect)
        .where((eb) =>
          eb.or([
            eb('u.article_id', '=', articleId),
            eb('u.article_id', 'in', eb.selectFrom('related as r').select('r.id')),
          ]),
        ),
    )
    .selectFrom('related as r')
    .innerJoin('published_article as a', 'a.id', 'r.id')
    .select((eb) => [
      'a.id',
      'a.slug',
      keyText('a.summary', 'headline').as('headline'),
      keyText('a.summary', 'standfirst').as('standfirst'),
      keyText('a.summary', 'section').as('section'),
      listIn(
        eb
          .selectFrom('protected as p')
          .select('p.source_id as value')
          .whereRef('p.article_id', '=', 'a.id'),
      ).as('sourceIds'),
    ])
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('protected').select(sql.lit(1).as('one'))),
    );
  const rows = await selectRowsIn(tx, heads);
  return rows.map(({ id, sourceIds, slug, headline, standfirst, section }) => ({
    ...{ id, sourceIds },
    texts: [headline, standfirst, section, slug].filter((text) => text !== null),
  }));
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
