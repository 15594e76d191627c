'use client';

import { useEffect, useRef } from 'react';

/** Shortcuts that hold anywhere on the article screen. */
export function useScreenKeys(keys: {
  save: () => void;
  propose: () => void;
  help: () => void;
  /** F6 goes round the parts of the screen, as in desktop programs. */
  otherSide: () => void;
}): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const mod = event.metaKey || event.ctrlKey;
      const key = event.key.toLowerCase();
      const { save, propose, help, otherSide } = latest.current;
      if (mod && key === 's' && !event.shiftKey) save();
      else if (mod && event.shiftKey && key === 'f') propose();
      else if (mod && key === '/') help();
      else if (key === 'f6') otherSide();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
