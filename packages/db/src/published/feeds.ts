import { ArticleView } from '@viewpoints/domain/articles/article-view';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import type { FindingRef, FindingView } from '@viewpoints/domain/findings/finding-view';
import type { ReaderDatabase } from '../client.ts';
import { instant } from '../editorial/instant.ts';
import type { Prisma } from '../generated/client.ts';
import { type ArticleFilter, filtersOf, wholeColumns, wholeViewOf } from './articles.ts';
import { correctionViewOf } from './corrections.ts';
import { findingColumns, findingRefOf, findingViewOf } from './finding-rows.ts';

/** What a feed is about, by ids; a feed of everything has none. */
export type FeedFilter = Omit<ArticleFilter, 'genre'>;
type Asked = FeedFilter & { limit: number };

/** Most older articles that a feed shows again because they were corrected or retracted. */
const mostShownAgain = 10;

/**
 * The newest articles whole, the retracted among them with their notice; after them older ones
 * that were corrected or retracted since the oldest of those came out, so that whoever follows the
 * feed hears of it.
 */
export async function listFeedArticles(
  db: ReaderDatabase,
  { limit, ...filter }: Asked,
): Promise<ArticleView[]> {
  const AND = filtersOf(filter);
  const newest = await db.publishedArticle.findMany({
    where: { AND },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { id: true, publishedAt: true },
  });
  const oldest = newest.length < limit ? undefined : newest.at(-1);
  const ids = newest.map(({ id }) => id);
  if (oldest !== undefined) ids.push(...(await listShownAgain(db, AND, oldest.publishedAt, ids)));
  return listWholeArticles(db, ids);
}

async function listShownAgain(
  db: ReaderDatabase,
  AND: Prisma.PublishedArticleWhereInput[],
  since: Date,
  but: string[],
): Promise<string[]> {
  const rows = await db.publishedCorrection.findMany({
    where: { at: { gt: since }, articleId: { notIn: but }, article: { AND } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: mostShownAgain,
    select: { articleId: true },
  });
  return [...new Set(rows.map(({ articleId }) => articleId))];
}

/** Articles whole, as they stand, in the order of their ids; a few queries however many they are. */
async function listWholeArticles(db: ReaderDatabase, ids: string[]): Promise<ArticleView[]> {
  if (ids.length === 0) return [];
  const [rows, versions] = await Promise.all([
    db.publishedArticle.findMany({ where: { id: { in: ids } }, select: wholeColumns }),
    db.$queryRaw<{ id: string; view: unknown }[]>`
      SELECT a.id::text, v.view
      FROM published_article a
      JOIN published_version v ON v.article_id = a.id AND v.number = a.version
      WHERE a.id = ANY(${ids}::uuid[]) AND v.view IS NOT NULL`,
  ]);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const viewOf = new Map(versions.map(({ id, view }) => [id, view]));
  return ids.flatMap((id) => {
    const row = rowOf.get(id);
    return row === undefined || !viewOf.has(id)
      ? []
      : [wholeViewOf(row, ArticleView.parse(viewOf.get(id)))];
  });
}

/** A finding, when readers last got to see something else of it, and what replaced it. */
export type FeedFinding = {
  finding: FindingView;
  updatedAt: string;
  replacedBy: { kind: 'position_change' | 'correction'; finding: FindingRef } | null;
};

/** The newest findings; those withdrawn since among them, of which nothing is left but that. */
export async function listFeedFindings(
  db: ReaderDatabase,
  { limit, actorId, issueId, topicId, authorId }: Asked,
): Promise<FeedFinding[]> {
  const article = filtersOf({ topicId, authorId });
  const rows = await db.publishedFinding.findMany({
    where: {
      ...(actorId === undefined ? {} : { holdings: { some: { actorId } } }),
      ...(issueId === undefined ? {} : { about: { some: { issueId } } }),
      ...(article.length === 0 ? {} : { article: { AND: article } }),
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: limit,
    select: {
      ...findingColumns,
      supersededBy: { select: { kind: true, at: true, new: { select: findingColumns } } },
    },
  });
  return rows.map((row) => {
    const times = [row.publishedAt, row.withdrawnAt, row.supersededBy?.at].flatMap((at) =>
      at == null ? [] : [at.getTime()],
    );
    return {
      finding: findingViewOf(row),
      updatedAt: instant(new Date(Math.max(...times))),
      replacedBy:
        row.supersededBy === null
          ? null
          : { kind: row.supersededBy.kind, finding: findingRefOf(row.supersededBy.new) },
    };
  });
}

/** The newest corrections and retractions, each with the id of its article. */
export async function listFeedCorrections(
  db: ReaderDatabase,
  { limit, ...filter }: Asked,
): Promise<{ articleId: string; correction: CorrectionView }[]> {
  const AND = filtersOf(filter);
  const rows = await db.publishedCorrection.findMany({
    where: AND.length === 0 ? {} : { article: { AND } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit,
    include: { article: { select: { summary: true } } },
  });
  return rows.map((row) => ({ articleId: row.articleId, correction: correctionViewOf(row) }));
}
