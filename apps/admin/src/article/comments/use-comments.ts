'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { useEffect } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { articleKey } from '../article-data.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';

export type ArticleComments = Outputs['editor']['articles']['comments']['list'];
export type CommentThread = ArticleComments['threads'][number];
export type CommentOfThread = CommentThread['comments'][number];

export const commentsKey = (articleId: string) => [...articleKey(articleId), 'comments'] as const;

/** How often comments are reloaded without a notification, in milliseconds. */
const interval = 15_000;

type Commented = Pick<ArticleSession, 'id' | 'live' | 'data'>;

/** The comments on an article, reloaded when one is added or changed. */
export function useComments({ id: articleId, live, data }: Commented) {
  const client = useQueryClient();
  const { save } = data.article;
  // A save by a call may have deleted words.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again with each save.
  useEffect(() => {
    if (live === null) void client.invalidateQueries({ queryKey: commentsKey(articleId) });
  }, [articleId, live, client, save]);
  useEffect(
    () =>
      live?.onNews((news) => {
        if (news === 'comments')
          void client.invalidateQueries({ queryKey: commentsKey(articleId) });
      }),
    [articleId, live, client],
  );
  return useQuery({
    queryKey: commentsKey(articleId),
    queryFn: ({ signal }) =>
      viewpoints.editor.articles.comments.list.query({ articleId }, { signal }),
    ...(live === null ? { refetchInterval: interval } : {}),
  });
}
