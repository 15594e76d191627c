import { Prisma } from '@viewpoints/db/generated/client';
import { type Expression, type RawBuilder, sql } from '@viewpoints/db/generated/kysely';
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
 * Whether views of an article are stored with words, in a statement of Kysely. They are as long as the
 * rebuild has not come to it: a version that takes them for granted may be running, and an article
 * that is rebuilt in part would be announced as changed. Asked once the article is locked.
 */
export const storedWithWords = (
  articleId: Expression<string>,
): RawBuilder<boolean> => sql<boolean>`EXISTS (
  SELECT FROM pending_rebuild p
  WHERE p.name = ${sql.lit(rebuild)} AND (p.done_until IS NULL OR p.done_until < ${articleId}))`;

/** The same in a statement of its own words. */
export const isStoredWithWords = (articleId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM pending_rebuild p
  WHERE p.name = ${rebuild} AND (p.done_until IS NULL OR p.done_until < ${articleId}))`;

/** How views of an article are stored. */
export const viewStorage = (hasWords: boolean): ViewStorage =>
  hasWords ? withWords : withoutWords;
