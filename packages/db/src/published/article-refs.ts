import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { sqlPiece } from '../read-rows.ts';

/** A row with what a link to an article needs. */
export type RefRow = ArticleRef;

/** The columns of an `ArticleRef`, of the published article that the query calls `a`. */
export const refColumns = sqlPiece`a.id::text AS id, a.slug, a.summary ->> 'headline' AS headline,
  a.language, a.summary ->> 'direction' AS direction`;
