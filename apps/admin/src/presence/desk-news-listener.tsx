'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { QueryKey } from '../data/query-keys.ts';
import { useSession } from '../session/session-provider.tsx';
import { listenToDesk } from './desk-news.ts';
import { presence } from './presence-store.ts';

/** Queries to reload after another account's step. An open article has its own connection for that. */
const staleAfterStep: readonly QueryKey[] = [
  ...([['desk'], ['queues'], ['articles'], ['findings'], ['releases']] as const),
  ...([['exposures'], ['notifications'], ['trash']] as const),
];

/** How soon lists are read after a step, and the least time between two reads, in milliseconds. */
const delays = { first: 100, again: 3000 } as const;

/** Updates presence, and reloads lists after a workflow step. */
export function DeskNewsListener(): null {
  const client = useQueryClient();
  const { me, ended } = useSession();
  const accountId = me.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another account has another connection.
  useEffect(() => {
    if (ended) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let readAt = Number.NEGATIVE_INFINITY;
    const read = () => {
      timer = undefined;
      readAt = performance.now();
      // A hidden page reads them once it is shown.
      const refetchType = document.hidden ? 'none' : 'active';
      for (const queryKey of staleAfterStep)
        void client.invalidateQueries({ queryKey, refetchType });
    };
    const readSoon = () => {
      const left = readAt + delays.again - performance.now();
      timer ??= setTimeout(read, Math.max(left, delays.first));
    };
    const stop = listenToDesk({
      news: (news) => {
        if (news.kind === 'here') presence.set(news.articles);
        else if (news.kind === 'step') readSoon();
      },
      lost: () => presence.set([]),
    });
    return () => {
      clearTimeout(timer);
      stop();
      presence.set([]);
    };
  }, [client, accountId, ended]);
  return null;
}
