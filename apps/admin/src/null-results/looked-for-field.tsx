'use client';

import { useQuery } from '@tanstack/react-query';
import { viewpoints } from '../data/viewpoints.ts';
import { searchActors, searchIssues } from '../records/record-options.ts';
import { Combobox } from '../ui/combobox.tsx';
import type { FieldProps } from '../ui/field.tsx';

const kinds = {
  actor: { key: 'actors', search: searchActors, get: viewpoints.editor.actors.get },
  issue: { key: 'issues', search: searchIssues, get: viewpoints.editor.issues.get },
} as const;

/** The actor, or the issue, of which something was looked for. */
export function LookedForField(
  props: FieldProps & {
    kind: keyof typeof kinds;
    value: string | null;
    onChange: (id: string | null) => void;
  },
) {
  const { kind, value, onChange, ...field } = props;
  const { key, search, get } = kinds[kind];
  const entry = useQuery({
    queryKey: [key, 'one', value],
    queryFn: async (): Promise<{ name: string }> => get.query({ id: value ?? '' }),
    enabled: value !== null,
  });
  return (
    <Combobox
      {...field}
      value={value === null ? null : { id: value, label: entry.data?.name ?? '…' }}
      search={search}
      onChange={(option) => onChange(option?.id ?? null)}
    />
  );
}
