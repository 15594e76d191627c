'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

/** One page of a list, as every list of the API gives it. */
export type PageOf<T> = { items: T[]; nextCursor: string | null };

/**
 * A list read page by page. While another filter loads, the old rows stay (`isPlaceholderData`),
 * so that nothing jumps.
 */
export function usePages<T>(
  key: readonly unknown[],
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<PageOf<T>>,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) ?? [] };
}
