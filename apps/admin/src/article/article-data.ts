'use client';

import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { viewpoints } from '../data/viewpoints.ts';

/** Everything the article screen shows, as the API gives it. */
export type ArticleScreenData = Outputs['editor']['articles']['get'];

export const articleKey = (id: string) => ['article', id] as const;

export function useArticleData(id: string) {
  return useQuery({
    queryKey: articleKey(id),
    queryFn: ({ signal }) => viewpoints.editor.articles.get.query({ id }, { signal }),
    staleTime: 5000,
  });
}

/** Puts what a write gave back into what is shown, without waiting for it to be read again. */
export function showFinding(client: QueryClient, finding: Finding): void {
  client.setQueryData<ArticleScreenData>(articleKey(finding.articleId), (data) => {
    if (!data) return data;
    const others = data.findings.filter(({ id }) => id !== finding.id);
    const findings = [...others, finding].toSorted((a, b) => a.number - b.number);
    return { ...data, findings };
  });
}
