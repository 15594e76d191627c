'use client';

import { TextField } from '../ui/text-field.tsx';

/** The shortest password accepted; the server asks the same. */
export const MIN_PASSWORD = 10;

export function NewPasswordField(props: {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  error?: string | null;
  autoFocus?: boolean;
}) {
  const left = MIN_PASSWORD - props.value.length;
  return (
    <TextField
      label={props.label ?? 'Password'}
      type="password"
      name="new-password"
      autoComplete="new-password"
      required
      autoFocus={props.autoFocus ?? false}
      value={props.value}
      onChange={props.onChange}
      dir="ltr"
      error={props.error}
      hint={
        props.value !== '' && left > 0
          ? `${left} more ${left === 1 ? 'character' : 'characters'}.`
          : `At least ${MIN_PASSWORD} characters. A short sentence is hard to guess and easy to remember.`
      }
    />
  );
}
