'use client';

import { useQuery } from '@tanstack/react-query';
import type { CorrectionContent } from '@viewpoints/domain/corrections/correction';
import { suggestNotices } from '@viewpoints/domain/corrections/suggest-notices';
import { viewpoints } from '../../data/viewpoints.ts';
import type { ArticleScreenData } from '../article-data.ts';

/** An article as far as its next version is concerned. */
export type ChangedArticle = {
  id: string;
  data: {
    article: Pick<ArticleScreenData['article'], 'liveRevisionId' | 'save'>;
    findings: ArticleScreenData['findings'];
  };
};

/**
 * Suggested notices, from the changes since the live version. Null until they are loaded; empty if
 * they cannot be, since a notice can be written all the same.
 */
export function useSuggestedNotices(session: ChangedArticle): CorrectionContent[] | null {
  const { id } = session;
  const { liveRevisionId, save } = session.data.article;
  const comparison = useQuery({
    queryKey: ['revision', 'comparison', id, liveRevisionId, 'working_copy', save],
    queryFn: () =>
      viewpoints.editor.articles.history.compare.query({
        ...{ id, from: liveRevisionId ?? 'working_copy', to: 'working_copy' },
      }),
    retry: false,
  });
  if (comparison.isPending) return null;
  return comparison.data
    ? suggestNotices(comparison.data.difference, comparison.data.language)
    : [];
}
