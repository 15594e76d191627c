'use client';

import { type Source, SourceContent } from '@viewpoints/domain/sources/source';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { sourceKinds } from '../form-labels.ts';
import { optionsOf } from '../options-of.ts';
import { RecordDialog } from '../records/record-dialog.tsx';
import { suggestedSlug, useSuggestedSlug } from '../records/suggest-slug.ts';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ParticipantsField } from './participants-field.tsx';
import {
  blankSource,
  protectsParticipants,
  type SourceDraft,
  sourceLabels,
} from './source-content.ts';
import { TermsFields } from './terms-fields.tsx';

/**
 * The least that makes a source: what it is, what it is called, and its terms. The rest is filled
 * in on its own screen, where one goes after, unless `onSaved` takes the new one.
 */
export function NewSourceDialog(props: {
  title?: string;
  /** The description that becomes this source. */
  described?: { id: string; what: string; terms: string };
  onClose: () => void;
  onSaved?: (source: Source) => void;
}) {
  const { described } = props;
  const router = useRouter();
  const mayCreate = useMay('source.create');
  const [free, setFree] = useState(true);
  const form = useRecordForm<typeof SourceContent, Source, SourceDraft>({
    schema: SourceContent,
    record: null,
    blank: {
      ...blankSource,
      title: props.title ?? '',
      slug: suggestedSlug(props.title ?? ''),
      // The narrowest terms, until an editor has read what was agreed.
      ...(described
        ? {
            kind: 'interview' as const,
            terms: { attribution: 'off_record' as const, disclosure: 'red' as const },
            note: `${described.what}\n\n${described.terms}`,
          }
        : {}),
    },
    create: (content) =>
      described
        ? viewpoints.editor.sources.descriptions.enter.mutate({ id: described.id, content })
        : viewpoints.editor.sources.create.mutate(content),
    save: (id, seen, content) => viewpoints.editor.sources.save.mutate({ id, seen, content }),
    reload: (id) => viewpoints.editor.sources.get.query({ id }),
    queryKey: ['sources'],
    onSaved: (source) => {
      if (props.onSaved) {
        props.onSaved(source);
        props.onClose();
      } else router.push(`/sources/${source.id}`);
    },
  });
  const { draft, set, fieldError } = form;
  const suggested = useSuggestedSlug(draft.title);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `set` is another function each time.
  useEffect(() => {
    if (free) set('slug', suggested);
  }, [free, suggested]);
  return (
    <RecordDialog
      title="New source"
      form={form}
      labels={sourceLabels}
      mayEdit={mayCreate}
      onClose={props.onClose}
    >
      {described ? (
        <blockquote
          className="max-h-40 overflow-y-auto border-s-2 border-accent ps-3 whitespace-pre-wrap"
          dir="auto"
        >
          {draft.note}
        </blockquote>
      ) : null}
      <TextField
        label={sourceLabels.title}
        required
        autoFocus
        maxLength={300}
        value={draft.title}
        onChange={(title) => set('title', title)}
        error={fieldError('title')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={sourceLabels.kind}
          value={draft.kind}
          onChange={(kind) => set('kind', kind)}
          options={optionsOf(sourceKinds)}
        />
        <TextField
          label={sourceLabels.publisher}
          optional
          value={draft.publisher ?? ''}
          onChange={(publisher) => set('publisher', publisher || null)}
          error={fieldError('publisher')}
        />
      </div>
      <TermsFields form={form} />
      {protectsParticipants(draft.terms.attribution) ? (
        <section className="grid gap-2">
          <h3 className="text-sm font-semibold">{sourceLabels.participants}</h3>
          <p className="text-sm text-ink-soft">
            Protected: their names are looked for before anything is published. Nothing that rests
            on this source goes out before somebody is entered.
          </p>
          <ParticipantsField
            value={draft.participants}
            onChange={(participants) => set('participants', participants)}
            fieldError={fieldError}
          />
        </section>
      ) : null}
      <TextField
        label={sourceLabels.slug}
        required
        hint={
          draft.terms.attribution === 'on_record'
            ? `On the reading site: /sources/${draft.slug || '…'}`
            : 'Not shown to readers under these terms; still, name nobody in it.'
        }
        value={draft.slug}
        onChange={(slug) => {
          setFree(false);
          set('slug', slug);
        }}
        error={fieldError('slug')}
        dir="ltr"
      />
    </RecordDialog>
  );
}
