'use client';

import { useState } from 'react';
import { problemOf } from '../data/problem.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { useTask } from '../ui/use-task.ts';

/**
 * The action of a mailed link's page when its button is pressed. Opening the page does nothing,
 * since programs that scan mail open links too.
 */
export function useLinkAction<Done>(act: () => Promise<Done>) {
  const [done, setDone] = useState<Done | null>(null);
  const task = useTask();
  const { busy, error, setError } = task;
  const run = () => task.run(async () => setDone(await act()));
  const isExpired = error !== null && problemOf(error).code === 'link_expired';
  return { busy, done, error, isExpired, run, setError };
}

/** The button of such a page, with what went wrong above it. */
export function LinkActionButton(props: {
  label: string;
  action: { busy: boolean; error: unknown; run: () => Promise<void> };
}) {
  const { busy, error, run } = props.action;
  return (
    <>
      {error ? <ErrorNote error={error} className="mb-4" /> : null}
      <Button variant="primary" busy={busy} onClick={run} className="w-full">
        {props.label}
      </Button>
    </>
  );
}
