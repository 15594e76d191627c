'use client';

import { useQuery } from '@tanstack/react-query';
import type { TreeKind } from '@viewpoints/domain/kinds/kinds';
import { Combobox, type Option } from '../ui/combobox.tsx';
import { type EntryApi, labelsOf, type StoredEntry } from './catalogue.ts';

/** The parent of an entry in a tree: any other of its kind. */
export function ParentField(props: {
  kind: TreeKind;
  label: string;
  get: EntryApi<never, StoredEntry>['get'];
  search: (q: string) => Promise<readonly Option[]>;
  /** The entry itself, which is not part of itself; null for a new one. */
  entry: StoredEntry | null;
  hint?: string;
  value: string | null;
  onChange: (id: string | null) => void;
  error: string | null;
}) {
  const { value, entry } = props;
  const parent = useQuery({
    queryKey: [labelsOf(props.kind).plural, 'one', value],
    queryFn: () => props.get.query({ id: value ?? '' }),
    enabled: value !== null,
  });
  return (
    <Combobox
      label={props.label}
      optional
      hint={props.hint}
      value={value === null ? null : { id: value, label: parent.data?.name ?? '…' }}
      search={async (q) => (await props.search(q)).filter(({ id }) => id !== entry?.id)}
      onChange={(option) => props.onChange(option?.id ?? null)}
      error={props.error}
    />
  );
}
