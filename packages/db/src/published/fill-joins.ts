import { ArticleView } from '@viewpoints/domain/articles/article-view';
import { connectEditorial, inTransaction, type Transaction } from '../client.ts';
import { listArticleLinks } from '../editorial/findings.ts';
import { listSupersessionsOf } from '../editorial/supersessions.ts';
import { writeCitations } from './write-citations.ts';
import { writeRelated } from './write-related.ts';

/**
 * Works out what articles cite and what is related to them, where they came out before that was
 * kept: those of which no telling word is known. Changes nothing where all is there.
 * @param origins where the reading site answers, as in a `Publication`
 * @returns how many articles it looked at
 */
export async function fillJoins(databaseUrl: string, origins: readonly string[]): Promise<number> {
  const db = connectEditorial(databaseUrl, { poolSize: 1 });
  try {
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT a.id::text FROM published_article a
      WHERE NOT a.retracted AND NOT EXISTS (SELECT FROM published_word w WHERE w.article_id = a.id)
      ORDER BY a.published_at, a.id`;
    for (const { id } of rows) await inTransaction(db, (tx) => fillJoinsOf(tx, id, origins));
    return rows.length;
  } finally {
    await db.$disconnect();
  }
}

async function fillJoinsOf(
  tx: Transaction,
  articleId: string,
  origins: readonly string[],
): Promise<void> {
  // Whoever publishes it at this moment does the same.
  await tx.$queryRaw`SELECT id FROM article WHERE id = ${articleId}::uuid FOR UPDATE`;
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
