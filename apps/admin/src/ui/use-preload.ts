'use client';

import { useEffect } from 'react';

/** A part that can be loaded before it is used. */
type Preloadable = { preload: () => Promise<void> };

/** Milliseconds until preloading begins, so that the scripts of the page itself come first. */
const preloadDelay = 2000;
/** The longest wait for an idle moment, in milliseconds. */
const idleTimeout = 2000;

/**
 * Loads parts of a screen one after the other while the browser is idle, so that they work when the
 * connection is lost. A part that fails is loaded once the browser is online again.
 * @param parts the same array each time
 */
export function usePreload(parts: readonly Preloadable[]): void {
  useEffect(() => {
    const left = new AbortController();
    void preloadAll(parts, left.signal);
    return () => left.abort();
  }, [parts]);
}

async function preloadAll(parts: readonly Preloadable[], signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, preloadDelay));
  for (const part of parts) {
    await idle();
    while (!signal.aborted && !(await isLoaded(part))) await online(signal);
    if (signal.aborted) return;
  }
}

const isLoaded = (part: Preloadable): Promise<boolean> =>
  part.preload().then(
    () => true,
    () => false,
  );

/** Resolves once the browser is idle, or after a moment in Safari, which has no idle callback. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window)
      requestIdleCallback(() => resolve(), { timeout: idleTimeout });
    else setTimeout(resolve, 50);
  });

const online = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    window.addEventListener('online', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
