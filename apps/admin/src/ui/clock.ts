/** Milliseconds between updates of the clock; no screen shows times more exactly than a minute. */
const INTERVAL = 30_000;

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;

/** The time for everything on the screen, as one clock; it stops without subscribers. */
export const clockTime = (): number => now;

/** Calls back as the time goes on; returns how to end that. */
export function watchClock(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) {
    // Without subscribers the time has not been updated for a while.
    now = Date.now();
    timer = setInterval(() => {
      now = Date.now();
      for (const each of listeners) each();
    }, INTERVAL);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}
