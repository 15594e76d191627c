'use client';

import type { Byline } from '@viewpoints/domain/articles/article';
import { useState } from 'react';
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
  // Until an author or a reason is entered, nothing is decided, and there is nothing to save.
  const [begun, setBegun] = useState<Kind>('undecided');
  const kind = value?.kind ?? begun;
  return (
    <div className="grid gap-2">
      <Select<Kind>
        label="Byline"
        value={kind}
        onChange={(next) => {
          setBegun(next);
          if (value !== null && value.kind !== next) onChange(null);
        }}
        options={[
          { value: 'undecided', label: 'Not decided yet' },
          { value: 'authors', label: 'Named authors' },
          { value: 'none', label: 'Nobody is named', hint: 'Readers are told why.' },
        ]}
        disabled={props.disabled}
      />
      {kind === 'authors' ? (
        <EntriesField
          kind="authors"
          label="Authors"
          labelHidden
          placeholder="Search by name"
          value={value?.kind === 'authors' ? value.authorIds : []}
          onChange={(authorIds) => {
            setBegun('authors');
            onChange(authorIds.length === 0 ? null : { kind: 'authors', authorIds });
          }}
          create={props.mayCreate}
          disabled={props.disabled}
          error={props.error}
        />
      ) : null}
      {kind === 'none' ? (
        <TextField
          label="Reason"
          value={value?.kind === 'none' ? value.reason : ''}
          onChange={(reason) => {
            setBegun('none');
            onChange(reason.trim() === '' ? null : { kind: 'none', reason });
          }}
          placeholder="Written by the staff of the journal"
          maxLength={200}
          disabled={props.disabled}
          error={props.error}
        />
      ) : null}
    </div>
  );
}
