'use client';

import type { FieldProps } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { boundsInWords } from './date-bounds.ts';

/** A loose date (EDTF), with the days it covers told as it is typed. */
export function LooseDateField(
  props: FieldProps & { value: string | null; onChange: (value: string | null) => void },
) {
  const { value, onChange, hint, error, ...field } = props;
  const bounds = value === null ? null : boundsInWords(value);
  const wrong =
    value !== null && bounds === null
      ? 'Use a date such as 2012, 2012-09, 2012-09-10 or 2014/..'
      : null;
  return (
    <TextField
      {...field}
      value={value ?? ''}
      onChange={(typed) => onChange(typed.trim() === '' ? null : typed.trim())}
      placeholder="2012-09, 2014/.., ../2024"
      dir="ltr"
      hint={bounds ?? hint}
      error={wrong ?? error}
    />
  );
}
