'use client';

import { useQuery } from '@tanstack/react-query';
import { viewpoints } from '../data/viewpoints.ts';

/** How much is in each queue. */
export function useQueueCounts() {
  return useQuery({
    queryKey: ['queues', 'counts'],
    queryFn: () => viewpoints.editor.queues.counts.query({}),
    refetchInterval: 60_000,
  });
}
