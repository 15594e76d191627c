import { useState } from 'react';

/** Work that a dialog or a form starts. */
export type Task = {
  busy: boolean;
  /** The error of the last attempt; null if it succeeded, or while another is made. */
  error: unknown;
  setError: (error: unknown) => void;
  run: (work: () => Promise<void>) => Promise<void>;
};

/**
 * Runs work with a busy state, and stores its error for the form to show.
 * @param endsWithSuccess whether the form closes or the page is left once it succeeds: it then
 *   stays busy, so that it cannot be submitted a second time on its way out
 */
export function useTask({ endsWithSuccess = false } = {}): Task {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
      if (!endsWithSuccess) setBusy(false);
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return { busy, error, setError, run };
}
