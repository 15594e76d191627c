'use client';

import { useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session-provider.tsx';
import { MissingRecord } from '../shell/missing-record.tsx';
import { useArticleData } from './article-data.ts';
import { loadLocalDrafts } from './findings/local-drafts.ts';
import { LocalDraftsProvider } from './findings/local-drafts-provider.tsx';
import { ArticleSkeleton } from './screen/article-skeleton.tsx';
import { ArticleWorkspace } from './screen/article-workspace.tsx';

/** The article screen: the text with its findings, and everything it takes to publish it. */
export function ArticleScreen(props: { id: string }) {
  const { me } = useSession();
  const article = useArticleData(props.id);
  const drafts = useQuery({
    queryKey: ['local-drafts', me.id, props.id],
    queryFn: () => loadLocalDrafts(me.id, props.id),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (article.data && drafts.data) {
    return (
      <LocalDraftsProvider drafts={drafts.data}>
        <ArticleWorkspace key={props.id} data={article.data} />
      </LocalDraftsProvider>
    );
  }
  if (article.isError) {
    return (
      <MissingRecord
        error={article.error}
        kind="article"
        list={{ href: '/articles', label: 'All articles' }}
        onRetry={() => void article.refetch()}
      />
    );
  }
  return <ArticleSkeleton />;
}
