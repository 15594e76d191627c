'use client';

import type { Byline } from '@viewpoints/domain/articles/article';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EntriesField } from '../findings/fields/entry-field.tsx';

type Kind = 'undecided' | 'authors' | 'none';

/** Who wrote it, or why nobody is named. */
export function BylineField(props: {
  value: Byline | null;
  onChange: (byline: Byline | null) => void;
  disabled: boolean;
  mayCreate: boolean;
  error: string | null;
}) {
  const { value, onChange } = props;
  const kind: Kind = value?.kind ?? 'undecided';
  return (
    <div className="grid gap-2">
      <Select<Kind>
        label="Byline"
        value={kind}
        onChange={(next) => onChange(blank[next])}
        options={[
          { value: 'undecided', label: 'Not decided yet' },
          { value: 'authors', label: 'Named authors' },
          { value: 'none', label: 'Nobody is named', hint: 'Readers are told why.' },
        ]}
        disabled={props.disabled}
      />
      {value?.kind === 'authors' ? (
        <EntriesField
          kind="authors"
          label="Authors"
          labelHidden
          placeholder="Search by name"
          value={value.authorIds}
          onChange={(authorIds) => onChange({ kind: 'authors', authorIds })}
          create={props.mayCreate}
          disabled={props.disabled}
          error={value.authorIds.length === 0 ? 'Name at least one author.' : props.error}
        />
      ) : null}
      {value?.kind === 'none' ? (
        <TextField
          label="Why nobody is named"
          value={value.reason}
          onChange={(reason) => onChange({ kind: 'none', reason })}
          placeholder="Written by the staff of the journal"
          maxLength={200}
          disabled={props.disabled}
          error={value.reason.trim() === '' ? 'Say why, in a line that readers see.' : props.error}
        />
      ) : null}
    </div>
  );
}

const blank: Record<Kind, Byline | null> = {
  undecided: null,
  authors: { kind: 'authors', authorIds: [] },
  none: { kind: 'none', reason: '' },
};
