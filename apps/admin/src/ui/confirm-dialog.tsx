'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNote } from './error-note.tsx';
import { TextField } from './text-field.tsx';
import { useFocusOnRefusal } from './use-focus-on-refusal.ts';
import { useTask } from './use-task.ts';

/**
 * Asks the user once before something that cannot simply be undone. `consequence` says what will happen,
 * to whom; the button repeats the verb. `onConfirm` may refuse by throwing: every reason shows.
 */
export function ConfirmDialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  consequence: ReactNode;
  /** The verb: "Publish now", "Retract". Never "OK". */
  action: string;
  /** The way back, where "Cancel" would not say which of two ways it means. */
  back?: string;
  danger?: boolean;
  /** If given, a reason must be entered. */
  why?: { label: string; hint?: string; maxLength?: number };
  /** False while what will happen is still being looked up. */
  ready?: boolean;
  onConfirm: (why: string) => Promise<unknown>;
  /** Choices to make before it is done. */
  children?: ReactNode;
}) {
  const [why, setWhy] = useState('');
  const { busy, error, run, setError } = useTask();
  const safe = useRef<HTMLButtonElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useFocusOnRefusal(content, error);

  useEffect(() => {
    if (!props.open) return;
    setWhy('');
    setError(null);
  }, [props.open, setError]);

  const confirm = async () => {
    await run(async () => {
      await props.onConfirm(why.trim());
      props.onOpenChange(false);
    });
  };

  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={props.title}
      description={props.consequence}
      size="sm"
      // Enter must not do the irreversible by reflex.
      {...(props.danger && !props.why ? { initialFocus: safe } : {})}
      footer={
        <>
          <Button ref={safe} onClick={() => props.onOpenChange(false)}>
            {props.back ?? 'Cancel'}
          </Button>
          <Button
            variant={props.danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={props.ready === false || (props.why !== undefined && why.trim() === '')}
            onClick={() => void confirm()}
          >
            {props.action}
          </Button>
        </>
      }
    >
      <div ref={content}>
        {props.children}
        {props.why ? (
          <TextField
            label={props.why.label}
            {...(props.why.hint ? { hint: props.why.hint } : {})}
            {...(props.why.maxLength ? { maxLength: props.why.maxLength } : {})}
            rows={3}
            autoFocus
            value={why}
            onChange={setWhy}
            error={reasonFor(error, 'why')}
          />
        ) : null}
        {error ? <ErrorNote error={error} className="mt-3" /> : null}
      </div>
    </Dialog>
  );
}
