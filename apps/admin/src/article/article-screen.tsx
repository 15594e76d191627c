'use client';

import { MissingRecord } from '../shell/missing-record.tsx';
import { useArticleData } from './article-data.ts';
import { ArticleSkeleton } from './screen/article-skeleton.tsx';
import { ArticleWorkspace } from './screen/article-workspace.tsx';

/** The article screen: the text with its findings, and everything it takes to publish it. */
export function ArticleScreen(props: { id: string }) {
  const article = useArticleData(props.id);
  if (article.data) return <ArticleWorkspace key={props.id} data={article.data} />;
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
