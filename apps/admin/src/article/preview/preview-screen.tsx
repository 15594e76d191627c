'use client';

import { MissingRecord } from '../../shell/missing-record.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useArticleData } from '../article-data.ts';
import { nounOf } from '../kind-words.ts';
import { PreviewView } from './preview-view.tsx';

/** The preview of an article on a page of its own. */
export function PreviewScreen({ id }: { id: string }) {
  const article = useArticleData(id);
  if (article.isError)
    return (
      <MissingRecord
        error={article.error}
        kind="article"
        list={{ href: '/articles', label: 'All articles' }}
        onRetry={() => void article.refetch()}
      />
    );
  if (!article.data) return <SkeletonRows />;
  return (
    <div className="flex h-[calc(100dvh-3.5rem)] min-h-128 flex-col px-3 pt-3 sm:px-5 md:h-dvh">
      <div className="mb-3 flex items-center gap-3">
        <h1 className="min-w-0 flex-1 truncate text-lg font-semibold" dir="auto">
          {article.data.article.headline || `Untitled ${nounOf(article.data.article)}`}
        </h1>
        <ButtonLink href={`/articles/${id}`} size="sm">
          Back to editing
        </ButtonLink>
      </div>
      <PreviewView data={article.data} place="page" />
    </div>
  );
}
