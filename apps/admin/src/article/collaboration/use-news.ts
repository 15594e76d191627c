'use client';

import { useEffect, useRef } from 'react';
import type { LiveArticle } from './live-article.ts';

/** How soon the rest of the screen is read again, in milliseconds: after a step, and while somebody types. */
const soon = { step: 100, stored: 1500 } as const;

/**
 * Reads what follows from the text and from steps again (findings, reasons, permissions) when
 * somebody has changed it. While somebody types, not with every letter.
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
        // Where it fails, as without a connection, it is read again when there is one.
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
