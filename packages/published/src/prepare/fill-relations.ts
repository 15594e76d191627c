import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { listArticleLinks } from '@viewpoints/db/editorial/findings';
import { listSupersessionsOf } from '@viewpoints/db/editorial/supersessions';
import { selectFirstIn, selectRowsIn } from '@viewpoints/db/statement';
import { writeCitations } from '../project/write-citations.ts';
import { writeRelated } from '../project/write-related.ts';
import { readStoredArticle } from '../query/stored-views.ts';
import { type FillProgress, fillEach } from './fill-each.ts';

/**
 * Computes citations and related articles of those published before these were stored: the ones
 * without keywords. Changes nothing if all have them.
 * @param origins origins of the reading site, as in a `Publication`
 * @returns how many articles it looked at
 */
export function fillRelations(
  databaseUrl: string,
  origins: readonly string[],
  onProgress?: (progress: FillProgress) => void,
): Promise<number> {
  return fillEach(databaseUrl, {
    listLacking: (db) => selectRowsIn(db, lackingWords),
    fill: (tx, id) => fillJoinsOf(tx, id, origins),
    onProgress,
  });
}

const lackingWords = allTables
  .selectFrom('published_article as a')
  .select('a.id')
  .where('a.retracted', '=', false)
  .where(({ exists, not, selectFrom }) =>
    not(exists(selectFrom('published_word as w').whereRef('w.article_id', '=', 'a.id'))),
  )
  .orderBy('a.published_at')
  .orderBy('a.id');

async function fillJoinsOf(
  tx: Transaction,
  articleId: string,
  origins: readonly string[],
): Promise<void> {
  const liveVersion = allTables
    .selectFrom('published_article as a')
    .innerJoin('published_version as v', (join) =>
      join.onRef('v.article_id', '=', 'a.id').onRef('v.number', '=', 'a.version'),
    )
    .select('v.view')
    .where('a.id', '=', articleId)
    .where('a.retracted', '=', false)
    .where('v.view', 'is not', null);
  const live = await selectFirstIn(tx, liveVersion);
  if (live === null) return;
  const view = readStoredArticle(live.view);
  const findingIds = view.findings.map(({ id }) => id);
  await writeCitations(tx, {
    ...{ view, origins },
    links: await listArticleLinks(tx, articleId),
    supersessions: await listSupersessionsOf(tx, findingIds),
  });
  await writeRelated(tx, view);
}
