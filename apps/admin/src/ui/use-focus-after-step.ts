import { useEffect, useRef } from 'react';

/** In milliseconds. A confirmation dialog returns the focus after it has closed. */
const DIALOG_CLOSES = 200;
const LOOK_AGAIN = 50;
const GIVE_UP = 5000;

/**
 * Moves the focus when a step has changed the state: its button is gone then, and the focus with it.
 * While a dialog still has the focus, as on a slow device, it waits for that to close.
 * @param focus puts it on what can be done next; called only where nothing else has it
 */
export function useFocusAfterStep(state: string, focus: () => void): void {
  const before = useRef(state);
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    const changed = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const { activeElement, body } = document;
      if (activeElement === body) latest.current();
      else if (activeElement?.closest('[role=dialog]') && Date.now() - changed < GIVE_UP)
        timer = setTimeout(look, LOOK_AGAIN);
    };
    timer = setTimeout(look, DIALOG_CLOSES);
    return () => clearTimeout(timer);
  }, [state]);
}
