'use client';

import { useEffect, useRef } from 'react';
import { useOfferedVerbs } from '../../shell/page-verbs.ts';
import type { ScreenActions } from './article-verbs.ts';

/** Shortcuts that hold anywhere on the article screen; the palette offers them as well. */
export function useScreenKeys(keys: ScreenActions): void {
  const latest = useRef(keys);
  latest.current = keys;
  useOfferedVerbs(async () => (await import('./article-verbs.ts')).articleVerbs(latest.current));
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const mod = event.metaKey || event.ctrlKey;
      const key = event.key.toLowerCase();
      const { save, propose, comment, walkComments, preview, otherSide, suggesting } =
        latest.current;
      if (mod && key === 's' && !event.shiftKey) save();
      else if (mod && event.shiftKey && key === 'f') propose();
      else if (mod && event.shiftKey && key === 'e') suggesting();
      // With Option a Mac types another letter.
      else if (mod && event.altKey && event.code === 'KeyM') comment();
      else if (key === 'f9') walkComments(event.shiftKey ? -1 : 1);
      // By its place: with Alt, the key itself writes another letter on some keyboards.
      else if (mod && event.altKey && event.code === 'KeyP') preview();
      else if (key === 'f6') otherSide();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
