import { sqlFragment } from '@viewpoints/db/read-rows';

/** The columns of an `ArticleRef`, of the published article that the query calls `a`. */
export const refColumns = sqlFragment`a.id::text AS id, a.slug, a.summary ->> 'headline' AS headline,
  a.language, a.summary ->> 'direction' AS direction`;
