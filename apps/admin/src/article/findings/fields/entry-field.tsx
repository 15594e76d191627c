'use client';

import { Combobox, MultiCombobox, type Option } from '../../../ui/combobox.tsx';
import type { FieldProps } from '../../../ui/field.tsx';
import { type EntryKind, useEntryLookup, useOptionsFor } from '../../entry-lookups.ts';

/** One entry of the journal's catalogues, by its id; a missing one may be created by its name. */
export function EntryField(
  props: FieldProps & {
    kind: EntryKind;
    value: string | null;
    onChange: (id: string | null) => void;
    create?: boolean;
    /** If a name is not enough: asks the user for the rest, and returns the new entry. */
    onCreate?: ((name: string) => Promise<Option | null>) | undefined;
    createLabel?: (name: string) => string;
    placeholder?: string;
  },
) {
  const { kind, value, onChange, create, onCreate, createLabel, placeholder, ...field } = props;
  const directory = useEntryLookup(kind);
  const [option] = useOptionsFor(kind, value === null ? [] : [value]);
  return (
    <Combobox
      {...field}
      {...(placeholder ? { placeholder } : {})}
      {...(createLabel ? { createLabel } : {})}
      value={option ?? null}
      onChange={(next) => onChange(next?.id ?? null)}
      search={directory.search}
      onCreate={onCreate ?? (create ? directory.create : undefined)}
    />
  );
}

/** Several entries, in the order chosen. */
export function EntriesField(
  props: FieldProps & {
    kind: EntryKind;
    value: readonly string[];
    onChange: (ids: string[]) => void;
    create?: boolean;
    /** If a name is not enough: asks the user for the rest, and returns the new entry. */
    onCreate?: ((name: string) => Promise<Option | null>) | undefined;
    createLabel?: (name: string) => string;
    placeholder?: string;
  },
) {
  const { kind, value, onChange, create, onCreate, createLabel, placeholder, ...field } = props;
  const directory = useEntryLookup(kind);
  const options = useOptionsFor(kind, value);
  return (
    <MultiCombobox
      {...field}
      {...(placeholder ? { placeholder } : {})}
      {...(createLabel ? { createLabel } : {})}
      value={options}
      onChange={(next) => onChange(next.map(({ id }) => id))}
      search={directory.search}
      onCreate={onCreate ?? (create ? directory.create : undefined)}
    />
  );
}
