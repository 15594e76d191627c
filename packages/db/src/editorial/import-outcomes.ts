import type { ImportSummary } from '@viewpoints/domain/imports/import-run';
import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { lockRowsIn } from '../statement.ts';
import { instantOrNull } from './instant.ts';

/** Articles of a signed import that are neither published nor left out yet, oldest first. */
export async function listWaitingArticles(
  db: Transaction,
  runId: string,
  limit: number,
): Promise<string[]> {
  const rows = await db.importItem.findMany({
    where: {
      ...{ runId, isConfirmed: true, outcome: null, articleId: { not: null } },
      run: { signedAt: { not: null }, undoneAt: null },
    },
    orderBy: [{ publishedAt: 'asc' }, { foreignId: 'asc' }],
    take: limit,
    select: { articleId: true },
  });
  return rows.flatMap(({ articleId }) => articleId ?? []);
}

/** What an article was when it was public before, and who answers for its publication here. */
export type WaitingArticle = {
  runId: string;
  publishedAt: string;
  confirmedBy: string;
  signedBy: string;
};

/**
 * Reads an article that waits to be published by its import; null if it does no more. The import can be
 * undone again only after this transaction.
 */
export async function lockWaitingArticle(
  tx: Transaction,
  articleId: string,
): Promise<WaitingArticle | null> {
  await lockRowsIn(
    tx,
    Prisma.sql`select 1 from import_run
      where id = (select run_id from import_item where article_id = ${articleId}::uuid) for share`,
  );
  const row = await tx.importItem.findUnique({ where: { articleId }, include: { run: true } });
  if (row === null || !row.isConfirmed || row.outcome !== null) return null;
  const { confirmedById, signedById, undoneAt } = row.run;
  const publishedAt = instantOrNull(row.publishedAt);
  if (publishedAt === null || undoneAt !== null) return null;
  if (confirmedById === null || signedById === null) return null;
  return { runId: row.runId, publishedAt, confirmedBy: confirmedById, signedBy: signedById };
}

/** Notes what became of an article: published with a revision, or left out. */
export async function writeImportOutcome(
  tx: Transaction,
  articleId: string,
  { outcome, revisionId }: { outcome: string; revisionId: string | null },
): Promise<void> {
  await tx.importItem.updateMany({
    where: { articleId, outcome: null },
    data: { outcome: outcome.slice(0, 100), publishedRevisionId: revisionId },
  });
}

/** Notes that nothing of an import waits any more. */
export async function writeImportPublished(
  tx: Transaction,
  runId: string,
  at: Date,
): Promise<void> {
  await tx.importRun.updateMany({
    where: { id: runId, publishedAt: null },
    data: { publishedAt: at },
  });
}

export async function writeImportSummary(
  tx: Transaction,
  runId: string,
  summary: ImportSummary,
): Promise<void> {
  await tx.importRun.update({ where: { id: runId }, data: { summary } });
}

/** Whether readers still have an article as its import published it, and nobody works on it. */
export async function isPublishedByImport(tx: Transaction, articleId: string): Promise<boolean> {
  const row = await tx.importItem.findUnique({
    where: { articleId },
    select: {
      publishedRevisionId: true,
      article: { select: { liveRevisionId: true, state: true } },
    },
  });
  return (
    row?.publishedRevisionId != null &&
    row.article?.state === 'published' &&
    row.article.liveRevisionId === row.publishedRevisionId
  );
}
