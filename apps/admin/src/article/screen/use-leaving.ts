'use client';

import { useEffect } from 'react';
import { isStoreClosed } from '../../device/device-store.ts';
import type { ArticleSession } from './use-article-session.ts';

/** Saves what is written when the page is hidden, and warns before it is left unsaved. */
export function useLeaving({ autosave }: ArticleSession): void {
  useEffect(() => {
    const keep = () => {
      if (document.visibilityState !== 'hidden') return;
      void autosave.keepNow().catch(() => {});
      void autosave.flush().catch(() => {});
    };
    const warn = (event: BeforeUnloadEvent) => {
      // Signing out has asked already.
      const status = autosave.status();
      if (status.kind === 'saved' || status.kind === 'disconnected' || isStoreClosed()) return;
      if (status.kind === 'outdated' && !status.unsaved) return;
      void autosave.keepNow().catch(() => {});
      event.preventDefault();
    };
    const resume = () => autosave.resume();
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', resume);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', resume);
      // Another screen of the desk is opened: what is written goes along first.
      void autosave.flush().catch(() => {});
    };
  }, [autosave]);
}
