import type { ReaderDatabase } from '@viewpoints/db/client';
import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { refColumns } from './article-refs.ts';

/** More than a page shows; a bound, not a page. */
const most = 30;

/** Visible articles that refer to an article or a finding of it, newest first. */
export function listCitingArticle(db: ReaderDatabase, articleId: string): Promise<ArticleRef[]> {
  return db.$queryRaw<ArticleRef[]>`
    SELECT ${refColumns} FROM published_article a
    WHERE a.id IN (SELECT c.citing_id FROM published_citation c WHERE c.cited_id = ${articleId}::uuid)
      AND NOT a.retracted
    ORDER BY a.published_at DESC, a.id DESC LIMIT ${most}`;
}

/** Visible articles that refer to this very finding, newest first. */
export function listCitingFinding(db: ReaderDatabase, findingId: string): Promise<ArticleRef[]> {
  return db.$queryRaw<ArticleRef[]>`
    SELECT ${refColumns} FROM published_article a
    WHERE a.id IN (SELECT c.citing_id FROM published_citation c WHERE c.target_id = ${findingId}::uuid)
      AND NOT a.retracted
    ORDER BY a.published_at DESC, a.id DESC LIMIT ${most}`;
}
