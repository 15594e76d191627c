'use client';

import { Combobox } from '../../../ui/combobox.tsx';
import type { FieldProps } from '../../../ui/field.tsx';
import { languageName, languagesLike } from './language-names.ts';

/** A language by its English name or its BCP 47 tag. */
export function LanguageField(
  props: FieldProps & { value: string | null; onChange: (tag: string | null) => void },
) {
  const { value, onChange, ...field } = props;
  return (
    <Combobox
      {...field}
      value={value === null ? null : { id: value, label: languageName(value), hint: value }}
      onChange={(option) => onChange(option?.id ?? null)}
      search={async (typed) => languagesLike(typed)}
      placeholder="English, Dari, fr-CA…"
    />
  );
}
