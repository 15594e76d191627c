'use client';

import { Field as Base } from '@base-ui/react/field';
import { Field, type FieldProps, useOwnMessage } from './field.tsx';
import { dayInWords } from './time-words.ts';

/** A calendar day, as YYYY-MM-DD; null if none is set. */
export function DateField(
  props: FieldProps & { value: string | null; onChange: (value: string | null) => void },
) {
  const { value, onChange, hint, error, ...field } = props;
  const own = useOwnMessage();
  return (
    <Field
      {...field}
      error={error ?? own.message}
      hint={value === null ? hint : dayInWords(value, { weekday: 'long' })}
    >
      <Base.Control
        type="date"
        value={value ?? ''}
        onValueChange={(next) => {
          own.clear();
          onChange(next === '' ? null : String(next));
        }}
        onInvalid={own.onInvalid}
        className="control max-w-56"
      />
    </Field>
  );
}
