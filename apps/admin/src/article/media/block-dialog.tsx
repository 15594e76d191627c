'use client';

import { type ReactNode, type RefObject, useId } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';

/** A dialog that puts a block into the text, or changes one. */
export function BlockDialog(props: {
  title: string;
  isNew: boolean;
  size?: 'sm' | 'lg';
  busy: boolean;
  error: unknown;
  initialFocus: RefObject<HTMLElement | null>;
  onSubmit: () => void;
  /** Closes it, after a question if something would be lost. */
  onLeave: () => void;
  children: ReactNode;
  /** Further dialogs, opened from this one. */
  nested?: ReactNode;
}) {
  const form = useId();
  return (
    <Dialog
      open
      onOpenChange={props.onLeave}
      {...(props.size ? { size: props.size } : {})}
      title={props.title}
      initialFocus={props.initialFocus}
      footer={
        <>
          <Button onClick={props.onLeave}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" busy={props.busy}>
            {props.isNew ? 'Insert' : 'Change'}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        {props.children}
        {props.error ? <ErrorNote error={props.error} /> : null}
      </form>
      {props.nested}
    </Dialog>
  );
}
