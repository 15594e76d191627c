import { reason } from '@viewpoints/domain/refusal';
import type { ArticleScreenData } from '../article-data.ts';

/**
 * The screen of a page that is older than the article's schema: it would delete what it does not
 * know, so it is read-only. Unsaved changes stay on the device, and are applied after a reload.
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
