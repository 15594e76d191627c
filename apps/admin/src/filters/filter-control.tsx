'use client';

import { useQuery } from '@tanstack/react-query';
import { Combobox } from '../ui/combobox.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Select } from '../ui/select.tsx';
import type { EntryField, FilterField } from './list-filters.ts';

type Props<Field> = {
  name: string;
  /** Its label is for screen readers alone. */
  labelHidden: boolean;
  field: Field;
  value: string | null;
  onChange: (value: string | null) => void;
};

/** The control of one filter. */
export function FilterControl(props: Props<FilterField>) {
  const { field, value, onChange, labelHidden } = props;
  if (field.kind === 'choice')
    return (
      <Select
        label={field.label}
        labelHidden={labelHidden}
        compact
        value={value}
        onChange={onChange}
        options={[{ value: null, label: field.any }, ...field.options]}
      />
    );
  if (field.kind === 'day')
    return (
      <DateField label={field.label} labelHidden={labelHidden} value={value} onChange={onChange} />
    );
  return <EntryControl {...props} field={field} />;
}

function EntryControl({ name, field, value, onChange, labelHidden }: Props<EntryField>) {
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
      labelHidden={labelHidden}
      placeholder={field.any}
      className="w-44"
      search={field.search}
      value={value === null ? null : { id: value, label }}
      onChange={(option) => onChange(option?.id ?? null)}
    />
  );
}
