import type { ArticleRef } from '@viewpoints/domain/articles/article-ref';
import { Prisma } from '../generated/client.ts';

/** A row with what a link to an article needs. */
export type RefRow = ArticleRef;

/** The columns of an `ArticleRef`, of the published article that the query calls `a`. */
export const refColumns = Prisma.sql`a.id::text AS id, a.slug, a.summary ->> 'headline' AS headline,
  a.language, a.summary ->> 'direction' AS direction`;
