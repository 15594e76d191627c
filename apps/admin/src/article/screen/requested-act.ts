'use client';

import { useEffect, useRef } from 'react';

/** Milliseconds in which a panel has to show; after that its user has gone on to something else. */
const timeout = 10_000;

type Request = { articleId: string; act: string; at: number };

let request: Request | null = null;
const waiting = new Set<() => void>();

/** Asks the part of the article screen that does it for an act, now or once that part shows. */
export function requestAct(articleId: string, act: string): void {
  request = { articleId, act, at: Date.now() };
  for (const take of waiting) take();
}

/**
 * Does what is asked for by {@link requestAct}, while the part shows that calls this.
 * @param run does the act and returns true, or returns false if it is another part's
 */
export function useRequestedAct(articleId: string, run: (act: string) => boolean): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const take = () => {
      if (request === null || request.articleId !== articleId) return;
      if (Date.now() - request.at > timeout) request = null;
      else if (latest.current(request.act)) request = null;
    };
    take();
    waiting.add(take);
    return () => {
      waiting.delete(take);
    };
  }, [articleId]);
}
