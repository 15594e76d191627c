'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { PageOf } from '@viewpoints/domain/page-of';
import type { QueryKey } from './query-keys.ts';

/** A list as far as it has been read, with what it takes to show it and to read on. */
export type Pages<T> = {
  items: T[];
  /** The total number, if the list was requested with a count. */
  count: number | undefined;
  error: Error | null;
  isPending: boolean;
  isFetching: boolean;
  /** The rows are those of the filter before. */
  isPlaceholderData: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

/**
 * A list read page by page. While another filter loads, the old rows stay (`isPlaceholderData`),
 * so that nothing jumps.
 */
export function usePages<T>(
  key: QueryKey,
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<PageOf<T>>,
): Pages<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return { ...query, items, count: query.data?.pages[0]?.count };
}
