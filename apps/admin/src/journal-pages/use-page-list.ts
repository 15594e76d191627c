'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { useMemo } from 'react';
import { readAll } from '../data/read-all.ts';
import type { Pages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { type InTree, treeOf } from './page-tree.ts';

export type PageItem = Outputs['editor']['articles']['list']['items'][number];
type Filter = Partial<Parameters<typeof viewpoints.editor.articles.list.query>[0]>;

/** The pages of the journal about itself, read as a whole, in the order of their addresses. */
export function usePageList(filter: Filter = {}): Pages<InTree<PageItem>> {
  const query = useQuery({
    queryKey: ['articles', 'list', 'page', filter],
    queryFn: () =>
      readAll((cursor) =>
        viewpoints.editor.articles.list.query({
          ...{ kind: 'page', limit: 100, ...filter },
          ...(cursor ? { cursor } : {}),
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const items = useMemo(() => treeOf(query.data ?? []), [query.data]);
  return {
    ...query,
    ...{ items, count: query.data?.length },
    ...{ hasNextPage: false, isFetchingNextPage: false, fetchNextPage: query.refetch },
  };
}
