'use client';

import { useQuery } from '@tanstack/react-query';
import { viewpoints } from '../data/viewpoints.ts';

/** How many notifications this person has not read. */
export function useUnread(): number {
  const unread = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: () => viewpoints.editor.notifications.unread.query(),
    refetchInterval: 60_000,
  });
  return unread.data ?? 0;
}
