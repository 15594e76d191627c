'use client';

import { useState } from 'react';
import type { FieldProps } from './field.tsx';
import { TextField } from './text-field.tsx';

/** Several short texts, one a line; empty lines are dropped from the value, not from the field. */
export function LinesField(
  props: FieldProps & {
    value: readonly string[];
    onChange: (value: string[]) => void;
    placeholder?: string;
  },
) {
  const { value, onChange, ...field } = props;
  const [text, setText] = useState(value.join('\n'));
  const linesOf = (from: string) =>
    from
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  // Another value came from outside, e.g. the colleague's version after a conflict.
  if (linesOf(text).join('\n') !== value.join('\n')) setText(value.join('\n'));
  return (
    <TextField
      {...field}
      rows={2}
      value={text}
      onChange={(next) => {
        setText(next);
        onChange(linesOf(next));
      }}
    />
  );
}
