'use client';

import { TextField } from '../ui/text-field.tsx';

/** A code of the app, or a recovery code in its place. */
export function CodeField(props: {
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
  /** Whether only a code of the app is accepted. */
  appOnly?: boolean;
}) {
  return (
    <TextField
      label="Code"
      hint={
        props.appOnly
          ? 'The six digits that the app shows.'
          : 'The six digits that your app shows, or a recovery code.'
      }
      name="code"
      autoComplete="one-time-code"
      required
      autoFocus
      maxLength={40}
      value={props.value}
      onChange={props.onChange}
      error={props.error ?? null}
      dir="ltr"
      inputClassName="font-mono tracking-wider"
    />
  );
}
