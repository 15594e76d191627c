'use client';

import { useEffect, useState } from 'react';
import type { LiveArticle } from './live-article.ts';

/** How long the screen waits for a connection before it saves by calls, in milliseconds. */
const connectTimeout = 3000;

/**
 * The shared document of an article, for as long as its screen is open. `undefined` while it is
 * being connected; null if no connection can be had, as behind a proxy that passes none on.
 */
export function useLiveArticle(
  articleId: string,
  accountId: string,
): LiveArticle | null | undefined {
  const [opened, setOpened] = useState<{ id: string; live: LiveArticle | null }>();
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
  }, [articleId, accountId]);
  return opened?.id === articleId ? opened.live : undefined;
}
