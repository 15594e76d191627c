import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import {
  type StoredArticleView,
  storedArticleView,
} from '@viewpoints/domain/articles/stored-article-view';
import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import {
  type StoredSourceView,
  storedSourceView,
} from '@viewpoints/domain/attribution/stored-source-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import {
  type StoredFindingView,
  storedFindingView,
} from '@viewpoints/domain/findings/stored-finding-view';
import type { RebuildName } from '@viewpoints/postgres/functions/rebuild-names';

/** The rebuild that takes words out of views which a version before this stored. */
const rebuild: RebuildName = 'published_view';

/** How views of an article are stored. */
export type ViewStorage = {
  article: (view: ArticleView) => StoredArticleView;
  finding: (view: FindingView) => StoredFindingView;
  source: (view: SourceView) => StoredSourceView;
};

const withoutWords: ViewStorage = {
  article: storedArticleView,
  finding: storedFindingView,
  source: storedSourceView,
};

const same = <View>(view: View): View => view;
const withWords: ViewStorage = { article: same, finding: same, source: same };

/**
 * How views are stored, by the article they belong to: without words of ours. With them as long as
 * the rebuild has not come to the article: a version that takes them for granted may be running, and
 * an article that is partly rebuilt would be announced as changed. Call it once the article is locked.
 */
export async function viewStorage(tx: Transaction): Promise<(articleId: string) => ViewStorage> {
  const pending = await tx.pendingRebuild.findUnique({ where: { name: rebuild } });
  if (pending === null) return () => withoutWords;
  const { doneUntil } = pending;
  return (id) => (doneUntil === null || doneUntil < id ? withWords : withoutWords);
}

/** The same in SQL, of the article with this id: whether its views are stored with words. */
export const isStoredWithWords = (articleId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM pending_rebuild p
  WHERE p.name = ${rebuild} AND (p.done_until IS NULL OR p.done_until < ${articleId}))`;
