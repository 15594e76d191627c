import type { ReaderDatabase } from '@viewpoints/db/client';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { articleSummaryOf } from '@viewpoints/domain/articles/article-view-of';
import type { PageView } from '@viewpoints/domain/pages/page-view';
import { withSurroundings } from '@viewpoints/published/query/pages';

/** A page as it would be published now, with the pages that readers have around it. */
export const previewOfPage = (
  reader: ReaderDatabase,
  view: ArticleView,
  path: string,
): Promise<PageView> =>
  withSurroundings(reader, view, {
    path,
    summary: articleSummaryOf(view),
    translationGroup: '',
  });
