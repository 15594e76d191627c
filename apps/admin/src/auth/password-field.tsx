'use client';

import { passwordLength } from '@viewpoints/domain/accounts/password';
import { counted } from '@viewpoints/domain/text/counted';
import { TextField } from '../ui/text-field.tsx';

export function NewPasswordField(props: {
  value: string;
  onChange: (value: string) => void;
  label?: string;
  error?: string | null;
  autoFocus?: boolean;
}) {
  const left = passwordLength.min - props.value.length;
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
          ? `${counted(left, 'more character')}.`
          : `At least ${passwordLength.min} characters. A short sentence is hard to guess and easy to remember.`
      }
    />
  );
}
