import { useState } from 'react';

/** Changes of what a screen shows, one after the other. */
export type Change = {
  busy: boolean;
  /** The error of the last change; null if it succeeded, or while another is made. */
  error: unknown;
  /** Makes a change and shows what is there afterwards, also if it failed; resolves to whether it succeeded. */
  run: (change: () => Promise<unknown>) => Promise<boolean>;
};

/**
 * Makes changes, and reads again what is shown after each.
 * @param refresh reads it again
 */
export function useChange(refresh: () => Promise<void>): Change {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (change: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await change();
      return true;
    } catch (thrown) {
      setError(thrown);
      return false;
    } finally {
      await refresh();
      setBusy(false);
    }
  };
  return { busy, error, run };
}
