'use client';

import { useQuery } from '@tanstack/react-query';
import { viewpoints } from '../data/viewpoints.ts';

export type QueueFilter = Omit<
  NonNullable<Parameters<typeof viewpoints.editor.queues.counts.query>[0]>,
  'stuckAfter'
>;

/** How much is in each queue of what a filter leaves. */
export function useQueueCounts(filter: QueueFilter = {}) {
  return useQuery({
    queryKey: ['queues', 'counts', filter],
    queryFn: () => viewpoints.editor.queues.counts.query(filter),
    refetchInterval: 60_000,
  });
}
