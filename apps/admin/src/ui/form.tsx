'use client';

import { type ReactNode, useRef } from 'react';
import { useFocusOnRefusal } from './use-focus-on-refusal.ts';

/** A form whose save may be refused: the focus then goes to the first field that the refusal names. */
export function Form(props: {
  /** For a button outside it, in the footer of a dialog. */
  id?: string;
  /** The last refusal; null if there was none. */
  error: unknown;
  onSubmit: () => void;
  className?: string;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  useFocusOnRefusal(form, props.error);
  return (
    <form
      ref={form}
      id={props.id}
      className={props.className}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      {props.children}
    </form>
  );
}
