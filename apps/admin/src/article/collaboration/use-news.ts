'use client';

import { useEffect, useRef } from 'react';
import type { LiveArticle } from './live-article.ts';

/** Milliseconds until the rest of the screen is reloaded: after a step, and while an editor types. */
const soon = { step: 100, stored: 1500 } as const;

/**
 * Reloads what depends on the text and on steps (findings, reasons, permissions) when another
 * editor has changed it. While they type, not with every letter.
 */
export function useNews(
  live: LiveArticle,
  shownSave: number,
  refresh: () => Promise<unknown>,
): void {
  const latest = useRef({ shownSave, refresh });
  latest.current = { shownSave, refresh };
  useEffect(() => {
    let due = Number.POSITIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readIn = (delay: number) => {
      const at = Date.now() + delay;
      if (at >= due) return;
      due = at;
      clearTimeout(timer);
      timer = setTimeout(() => {
        due = Number.POSITIVE_INFINITY;
        // If it fails, as without a connection, the next connection reads again.
        void latest.current.refresh().catch(() => {});
      }, delay);
    };
    const stop = live.onNews((news) => {
      if (news === 'comments') return;
      if (news !== 'stored') readIn(soon.step);
      else if (live.save() > latest.current.shownSave) readIn(soon.stored);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [live]);
}
