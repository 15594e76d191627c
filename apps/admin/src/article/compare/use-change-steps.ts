'use client';

import { type RefObject, useCallback, useEffect, useState } from 'react';

/** Goes from change to change: by buttons, and by F8 and Shift F8. */
export function useChangeSteps(container: RefObject<HTMLElement | null>): {
  /** The change that was stepped to, from 1; 0 before the first. */
  current: number;
  step: (by: 1 | -1) => void;
} {
  const [current, setCurrent] = useState(0);
  const changes = useCallback(
    () => [...(container.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])],
    [container],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const all = changes();
      if (all.length === 0) return;
      const focused = all.findIndex((each) => each.contains(document.activeElement));
      const from = focused >= 0 ? focused : current - 1;
      const next = from < 0 && by < 0 ? all.length - 1 : (from + by + all.length) % all.length;
      setCurrent(next + 1);
      all[next]?.focus();
    },
    [changes, current],
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return;
      step(event.shiftKey ? -1 : 1);
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [step]);
  return { current, step };
}
