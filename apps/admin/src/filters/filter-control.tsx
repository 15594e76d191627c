'use client';

import { useQuery } from '@tanstack/react-query';
import { Combobox } from '../ui/combobox.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Select } from '../ui/select.tsx';
import type { EntryField, FilterField } from './list-filters.ts';

type Props<Field> = {
  name: string;
  field: Field;
  value: string | null;
  onChange: (value: string | null) => void;
};

/** The control of one filter. */
export function FilterControl({ name, field, value, onChange }: Props<FilterField>) {
  if (field.kind === 'choice')
    return (
      <Select
        label={field.label}
        labelHidden
        compact
        value={value}
        onChange={onChange}
        options={[{ value: null, label: field.any }, ...field.options]}
      />
    );
  if (field.kind === 'day')
    return <DateField label={field.label} value={value} onChange={onChange} />;
  return <EntryControl name={name} field={field} value={value} onChange={onChange} />;
}

function EntryControl({ name, field, value, onChange }: Props<EntryField>) {
  const chosen = useQuery({
    queryKey: ['name', name, value],
    queryFn: () => field.nameOf(value ?? ''),
    enabled: value !== null,
    retry: false,
  });
  const label = chosen.isError ? 'No longer there' : (chosen.data ?? '…');
  return (
    <Combobox
      label={field.label}
      labelHidden
      placeholder={field.any}
      className="w-44"
      search={field.search}
      value={value === null ? null : { id: value, label }}
      onChange={(option) => onChange(option?.id ?? null)}
    />
  );
}
