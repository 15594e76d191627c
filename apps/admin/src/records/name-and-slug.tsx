'use client';

import { useEffect, useState } from 'react';
import { TextField } from '../ui/text-field.tsx';
import { suggestedSlug, useSuggestedSlug } from './suggest-slug.ts';
import type { RecordForm } from './use-record-form.ts';

/** The name of a new entry writes its slug until the user writes another. */
export function NameAndSlug<Content extends { name: string; slug: string }>(props: {
  form: RecordForm<Content>;
  /** The path before the slug: "/actors/"; null if it has no page. */
  path: string | null;
}) {
  const { form, path } = props;
  const { name, slug } = form.draft;
  const [free, setFree] = useState(form.isNew && slug === suggestedSlug(name));
  const suggested = useSuggestedSlug(name);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form is another object each time.
  useEffect(() => {
    if (free) form.set('slug', suggested as Content['slug']);
  }, [free, suggested]);
  return (
    <>
      <TextField
        label="Name"
        required
        autoFocus={form.isNew}
        value={name}
        error={form.fieldError('name')}
        onChange={(typed) => form.set('name', typed as Content['name'])}
      />
      <TextField
        label="Address"
        required
        value={slug}
        error={form.fieldError('slug')}
        hint={
          path === null ? undefined : (
            <>
              On the reading site: {path}
              {slug || '…'}
              {form.isNew ? '' : '. Changing it breaks links from outside.'}
            </>
          )
        }
        dir="ltr"
        onChange={(typed) => {
          setFree(false);
          form.set('slug', typed as Content['slug']);
        }}
      />
    </>
  );
}
