import { useEffect, useRef } from 'react';

/**
 * Moves the focus when a step has changed the state: its button is gone then, and the focus with it.
 * @param focus puts it on what can be done next; called only where nothing else has it
 */
export function useFocusAfterStep(state: string, focus: () => void): void {
  const before = useRef(state);
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    // A dialog that asked first gives the focus back after it has closed.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) latest.current();
    }, 200);
    return () => clearTimeout(timer);
  }, [state]);
}
