'use client';

import { useQuery } from '@tanstack/react-query';
import { useSession } from '../session/session-provider.tsx';
import { MissingRecord } from '../shell/missing-record.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { type ArticleScreenData, useArticleData } from './article-data.ts';
import type { LiveArticle as Live } from './collaboration/live-article.ts';
import { useLiveArticle } from './collaboration/use-live-article.ts';
import { useLiveSession } from './collaboration/use-live-session.ts';
import { loadLocalDrafts } from './findings/local-drafts.ts';
import { LocalDraftsProvider } from './findings/local-drafts-provider.tsx';
import { ArticleSkeleton } from './screen/article-skeleton.tsx';
import { ArticleWorkspace } from './screen/article-workspace.tsx';
import { useRestoredCopy } from './screen/use-restored-copy.ts';

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
  const { live, connect } = useLiveArticle(props.id, me.id);
  if (article.data && drafts.data && live !== undefined) {
    return (
      <LocalDraftsProvider drafts={drafts.data}>
        {live === null ? (
          <SavedArticle key={props.id} data={article.data} onConnect={connect} />
        ) : (
          <LiveArticle key={props.id} data={article.data} live={live} />
        )}
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

/** The article written together with everybody who has it open. */
function LiveArticle(props: { data: ArticleScreenData; live: Live }) {
  const session = useLiveSession(props.data, props.live);
  return <ArticleWorkspace session={session} restored={useRestoredCopy(session)} />;
}

/** The article without a live connection. The code that saves it by calls is loaded only then. */
const SavedArticle = onDemand(
  async () => (await import('./screen/saved-article.tsx')).SavedArticle,
  <ArticleSkeleton />,
);
