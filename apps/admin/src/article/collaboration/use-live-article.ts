'use client';

import { useCallback, useEffect, useState } from 'react';
import type { LiveArticle } from './live-article.ts';

/**
 * How long the screen waits for a connection before it saves by calls, in milliseconds: one that is refused is
 * known sooner, and a slow network or server is no reason to write alone.
 */
const connectTimeout = 10_000;

/**
 * The shared document of an article, for as long as its screen is open. `live` is `undefined` while
 * it is being connected; null if no connection can be had, as behind a proxy that passes none on.
 */
export function useLiveArticle(
  articleId: string,
  accountId: string,
): { live: LiveArticle | null | undefined; connect: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState<{ id: string; live: LiveArticle | null }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is a reason to connect again.
  useEffect(() => {
    const leaving = new AbortController();
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(connectTimeout)]);
    let live: LiveArticle | null = null;
    const open = async () => {
      // Yjs and what goes with it come with the first article that is opened, not with the desk.
      const { openLiveArticle } = await import('./live-article.ts');
      live = await openLiveArticle({ articleId, accountId }, signal);
    };
    open()
      .catch(reportError)
      .then(() => {
        if (leaving.signal.aborted) live?.destroy();
        else setOpened({ id: articleId, live });
      });
    return () => {
      leaving.abort();
      live?.destroy();
      setOpened(undefined);
    };
  }, [articleId, accountId, attempt]);
  const connect = useCallback(() => setAttempt((count) => count + 1), []);
  return { live: opened?.id === articleId ? opened.live : undefined, connect };
}
