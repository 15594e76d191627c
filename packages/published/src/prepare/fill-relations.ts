import type { Transaction } from '@viewpoints/db/client';
import { listArticleLinks } from '@viewpoints/db/editorial/findings';
import { listSupersessionsOf } from '@viewpoints/db/editorial/supersessions';
import { ArticleView } from '@viewpoints/domain/articles/article-view';
import { writeCitations } from '../project/write-citations.ts';
import { writeRelated } from '../project/write-related.ts';
import { type FillProgress, fillEach } from './fill-each.ts';

/**
 * Works out what articles cite and what is related to them, where they came out before that was
 * kept: those of which no telling word is known. Changes nothing where all is there.
 * @param origins where the reading site answers, as in a `Publication`
 * @returns how many articles it looked at
 */
export function fillRelations(
  databaseUrl: string,
  origins: readonly string[],
  onProgress?: (progress: FillProgress) => void,
): Promise<number> {
  return fillEach(databaseUrl, {
    listLacking: (db) => db.$queryRaw<{ id: string }[]>`
      SELECT a.id::text FROM published_article a
      WHERE NOT a.retracted AND NOT EXISTS (SELECT FROM published_word w WHERE w.article_id = a.id)
      ORDER BY a.published_at, a.id`,
    fill: (tx, id) => fillJoinsOf(tx, id, origins),
    onProgress,
  });
}

async function fillJoinsOf(
  tx: Transaction,
  articleId: string,
  origins: readonly string[],
): Promise<void> {
  const [live] = await tx.$queryRaw<{ view: unknown }[]>`
    SELECT v.view FROM published_article a
    JOIN published_version v ON v.article_id = a.id AND v.number = a.version
    WHERE a.id = ${articleId}::uuid AND NOT a.retracted AND v.view IS NOT NULL`;
  if (live === undefined) return;
  const view = ArticleView.parse(live.view);
  const findingIds = view.findings.map(({ id }) => id);
  await writeCitations(tx, {
    ...{ view, origins },
    links: await listArticleLinks(tx, articleId),
    supersessions: await listSupersessionsOf(tx, findingIds),
  });
  await writeRelated(tx, view);
}
