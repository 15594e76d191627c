import type { Transaction } from '@viewpoints/db/client';
import { instant } from '@viewpoints/db/editorial/instant';
import { Prisma } from '@viewpoints/db/generated/client';
import { ArticleSummary, ArticleView } from '@viewpoints/domain/articles/article-view';
import {
  type StoredArticleView,
  wordedArticleView,
} from '@viewpoints/domain/articles/stored-article-view';
import { readStoredArticle } from '../query/stored-views.ts';

/**
 * The present public view of an article, with its notices and the notes of its versions; null if it
 * is not published.
 */
export async function findPublishedView(
  tx: Transaction,
  articleId: string,
): Promise<ArticleView | null> {
  const row = await tx.publishedArticle.findUnique({
    where: { id: articleId },
    select: {
      version: true,
      summary: true,
      versions: { orderBy: { number: 'desc' } },
      corrections: { where: { kind: 'correction' }, orderBy: [{ at: 'desc' }, { id: 'asc' }] },
    },
  });
  const latest = row?.versions.find(({ number }) => number === row.version);
  if (row === null || latest === undefined || latest.view === null) return null;
  const { slug, headline } = ArticleSummary.parse(row.summary);
  return ArticleView.parse({
    ...wordedArticleView(latest.view as StoredArticleView),
    versions: row.versions.map(({ number, at, note, minor }) => ({
      ...{ number, at: instant(at), note, minor },
    })),
    corrections: row.corrections.map(({ id, kind, severity, was, now, why, findingId, at }) => ({
      ...{ id, kind, severity, was, now, why, findingId, at: instant(at) },
      article: { slug, headline },
    })),
  });
}

/** A version of an article as readers can go back to it; null if it was taken away. */
export async function findVersionView(
  tx: Transaction,
  articleId: string,
  number: number,
): Promise<ArticleView | null> {
  const row = await tx.publishedVersion.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { view: true },
  });
  return row === null || row.view === null ? null : readStoredArticle(row.view);
}

/** Numbers of the versions that readers can go back to, in order. */
export async function listVersionNumbers(tx: Transaction, articleId: string): Promise<number[]> {
  const rows = await tx.publishedVersion.findMany({
    where: { articleId, NOT: { view: { equals: Prisma.DbNull } } },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  return rows.map(({ number }) => number);
}

/** Numbers of the versions before the one readers have now that they can go back to, in order. */
export async function listEarlierVersions(tx: Transaction, articleId: string): Promise<number[]> {
  const row = await tx.publishedArticle.findUnique({
    where: { id: articleId },
    select: { version: true },
  });
  const numbers = await listVersionNumbers(tx, articleId);
  return numbers.filter((number) => row !== null && number < row.version);
}
