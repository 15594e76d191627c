'use client';

import { useQuery } from '@tanstack/react-query';
import type { CatalogueKind } from '@viewpoints/domain/kinds/kinds';
import type { QueryKey } from '../data/query-keys.ts';
import { readAll } from '../data/read-all.ts';
import type { Pages } from '../data/use-pages.ts';
import { type EntryApi, labelsOf } from './catalogue.ts';

/** The cache key of all entries of a kind. */
export const allEntriesKey = (kind: CatalogueKind): QueryKey => [labelsOf(kind).plural, 'all'];

/** All entries of a kind of which there are few, as one page: for a menu or a tree. */
export function useAllEntries<Stored>(
  kind: CatalogueKind,
  list: EntryApi<never, Stored>['list'],
): Pages<Stored> {
  const query = useQuery({
    queryKey: allEntriesKey(kind),
    queryFn: () => readAll((cursor) => list.query({ limit: 100, ...(cursor ? { cursor } : {}) })),
  });
  return {
    items: query.data ?? [],
    count: query.data?.length,
    error: query.error,
    isPending: query.isPending,
    isFetching: query.isFetching,
    isPlaceholderData: false,
    hasNextPage: false,
    isFetchingNextPage: false,
    refetch: query.refetch,
    fetchNextPage: query.refetch,
  };
}
