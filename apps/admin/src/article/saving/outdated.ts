import { reason } from '@viewpoints/domain/refusal';
import type { ArticleScreenData } from '../article-data.ts';

/**
 * What a page shows that knows less than the article may contain: it would delete what it does not know,
 * so nobody writes in it. What is not stored yet is kept on the device, and brought in after a reload.
 */
export const outdated = (data: ArticleScreenData): ArticleScreenData => ({
  ...data,
  permissions: {
    ...data.permissions,
    'article.edit': {
      ok: false,
      reasons: [reason('page_outdated', 'This page is out of date. Reload it.')],
    },
  },
});
