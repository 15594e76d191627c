'use client';

import { useState } from 'react';
import { TextField } from '../ui/text-field.tsx';
import { slugFrom } from './slug-from.ts';
import type { RecordForm } from './use-record-form.ts';

/** The name of a new record writes its slug until somebody writes another. */
export function NameAndSlug<Content extends { name: string; slug: string }>(props: {
  form: RecordForm<Content>;
  /** Where the slug shows: "/actors/". */
  path: string;
  nameLabel?: string;
}) {
  const { form, path } = props;
  const [free, setFree] = useState(form.isNew && form.draft.slug === slugFrom(form.draft.name));
  return (
    <>
      <TextField
        label={props.nameLabel ?? 'Name'}
        required
        autoFocus={form.isNew}
        value={form.draft.name}
        error={form.fieldError('name')}
        onChange={(name) => {
          form.set('name', name as Content['name']);
          if (free) form.set('slug', slugFrom(name) as Content['slug']);
        }}
      />
      <TextField
        label="Address"
        required
        value={form.draft.slug}
        error={form.fieldError('slug')}
        hint={
          <>
            On the reading site: {path}
            {form.draft.slug || '…'}
            {form.isNew ? '' : '. Changing it breaks links from outside.'}
          </>
        }
        dir="ltr"
        onChange={(slug) => {
          setFree(false);
          form.set('slug', slug as Content['slug']);
        }}
      />
    </>
  );
}
