'use client';

import { Field as Base } from '@base-ui/react/field';
import { type FormEvent, type ReactNode, useState } from 'react';
import { classNames } from './class-names.ts';
import { ownMessage } from './own-message.ts';

export type FieldProps = {
  label: ReactNode;
  /** Shows the label only to screen readers, where the place explains the field visually. */
  labelHidden?: boolean | undefined;
  hint?: ReactNode | undefined;
  /** The error and what to do, in a sentence. */
  error?: string | null | undefined;
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
};

/**
 * The error of a control that is not filled in correctly, in our own words where the browser would
 * show a bubble; the first such control takes the focus, as with a bubble.
 */
export function useOwnMessage(): {
  message: string | null;
  onInvalid: (event: FormEvent<HTMLElement>) => void;
  clear: () => void;
} {
  const [message, setMessage] = useState<string | null>(null);
  return {
    message,
    onInvalid: (event) => {
      event.preventDefault();
      const control = event.currentTarget as HTMLInputElement;
      setMessage(ownMessage(control));
      const first = Array.from(control.form?.elements ?? []).find((one) => one.matches(':invalid'));
      if (first === control) control.focus();
    },
    clear: () => setMessage(null),
  };
}

/** A labelled place for one control; label, hint and error are tied to it for screen readers. */
export function Field(props: FieldProps & { children: ReactNode }) {
  return (
    <Base.Root
      invalid={Boolean(props.error)}
      disabled={props.disabled ?? false}
      className={classNames('flex min-w-0 flex-col gap-1', props.className)}
    >
      <Base.Label className={props.labelHidden ? 'sr-only' : 'text-sm font-medium text-ink-soft'}>
        {props.label}
        {props.optional ? <span className="font-normal text-ink-faint"> (optional)</span> : null}
      </Base.Label>
      {props.children}
      {props.hint ? (
        <Base.Description className="text-sm text-ink-faint">{props.hint}</Base.Description>
      ) : null}
      {props.error ? (
        <Base.Error match className="text-sm text-danger">
          {props.error}
        </Base.Error>
      ) : null}
    </Base.Root>
  );
}
