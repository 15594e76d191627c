import type { Transaction } from '@viewpoints/db/client';
import { databaseFailure } from '@viewpoints/db/database-failure';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { storedArticleView } from '@viewpoints/domain/articles/stored-article-view';
import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import { storedSourceView } from '@viewpoints/domain/attribution/stored-source-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { storedFindingView } from '@viewpoints/domain/findings/stored-finding-view';

/**
 * Takes words of ours out of the stored views of an article. Readers get the same as before, so
 * nothing is announced: no page is rendered again.
 */
export async function rebuildViews(tx: Transaction, articleId: string): Promise<void> {
  const versions = await tx.publishedVersion.findMany({
    where: { articleId },
    select: { number: true, view: true },
  });
  const sources = await tx.publishedSource.findMany({
    where: { articleId },
    select: { sourceId: true, view: true },
  });
  const findings = await tx.publishedFinding.findMany({
    where: { articleId },
    select: { id: true, view: true },
  });
  // As a version before stored them, or without words already: then they stay as they are.
  const views = {
    versions: versions.flatMap(({ number, view }) =>
      view === null ? [] : [{ number, view: storedArticleView(view as ArticleView) }],
    ),
    sources: sources.map(({ sourceId, view }) => ({
      sourceId,
      view: storedSourceView(view as SourceView),
    })),
    findings: findings.map(({ id, view }) => ({
      id,
      view: storedFindingView(view as FindingView),
    })),
  };
  await tx.$executeRaw`
    UPDATE published_version v SET view = g.view
    FROM jsonb_to_recordset(${JSON.stringify(views.versions)}::jsonb) AS g(number int, view jsonb)
    WHERE v.article_id = ${articleId}::uuid AND v.number = g.number AND v.view IS DISTINCT FROM g.view`;
  await writeUnlessRefused(
    tx,
    views.sources,
    (rows) => tx.$executeRaw`
      UPDATE published_source s SET view = g.view
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("sourceId" uuid, view jsonb)
      WHERE s.article_id = ${articleId}::uuid AND s.source_id = g."sourceId" AND s.view IS DISTINCT FROM g.view`,
  );
  await writeUnlessRefused(
    tx,
    views.findings,
    (rows) => tx.$executeRaw`
      UPDATE published_finding f SET view = g.view
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(id uuid, view jsonb)
      WHERE f.id = g.id AND f.article_id = ${articleId}::uuid AND f.view IS DISTINCT FROM g.view`,
  );
}

/**
 * Leaves rows as they are that the database refuses: what was published before it had its checks, or
 * before terms narrowed, is for the check of public texts to report. Readers have it as before.
 */
async function writeUnlessRefused<Row>(
  tx: Transaction,
  rows: readonly Row[],
  write: (rows: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  await tx.$executeRaw`SAVEPOINT rebuild_views`;
  try {
    await write(rows);
    await tx.$executeRaw`RELEASE SAVEPOINT rebuild_views`;
  } catch (error) {
    if (databaseFailure(error)?.kind !== 'check') throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT rebuild_views`;
    if (rows.length > 1) for (const row of rows) await writeUnlessRefused(tx, [row], write);
  }
}
