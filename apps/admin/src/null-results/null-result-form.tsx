'use client';

import { NullResultContent } from '@viewpoints/domain/null-results/null-result';
import { searchedSettings } from '@viewpoints/domain/null-results/searched-settings';
import type { Reason } from '@viewpoints/domain/refusal';
import { viewpoints } from '../data/viewpoints.ts';
import { ConflictNote } from '../records/conflict-note.tsx';
import { useRecordForm } from '../records/use-record-form.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { LooseDateField } from '../ui/loose-date-field.tsx';
import { Select } from '../ui/select.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import { LookedForField } from './looked-for-field.tsx';
import type { ShownNullResult } from './use-null-result.ts';

const labels = {
  actorId: 'Actor',
  issueId: 'Issue',
  searched: 'Searched',
  asOf: 'Looked until',
  register: 'Voiced',
  language: 'Language',
  note: 'Desk note',
};

/** As it is entered: what is still to be chosen is null. */
type Draft = Omit<NullResultContent, 'actorId' | 'issueId' | 'asOf' | 'register'> &
  Record<'actorId' | 'issueId' | 'asOf' | 'register', string | null>;

const settings = Object.entries(searchedSettings).map(([value, label]) => ({ value, label }));

/** What a null result says; other words are proposed again when they are saved. */
export function NullResultForm(props: {
  /** Null for a new one. */
  shown: ShownNullResult | null;
  /** Of a new one. */
  language: string;
  onSaved: (saved: { id: string; save: number }) => void;
  /** Whether something is entered that is not saved. */
  onDirty: (dirty: boolean) => void;
}) {
  const { shown } = props;
  const locked = shown !== null && !shown.permissions.edit.ok;
  const problems: readonly Reason[] = shown?.problems ?? [];
  const api = viewpoints.editor.nullResults;
  const blank: Draft = {
    ...{ actorId: null, issueId: null, searched: '', asOf: null, note: '' },
    register: null,
    language: props.language,
  };
  const form = useRecordForm<typeof NullResultContent, ShownNullResult['nullResult'], Draft>({
    schema: NullResultContent,
    record: shown?.nullResult ?? null,
    blank,
    create: (content) => api.propose.mutate({ content }),
    save: (id, seen, content) => api.save.mutate({ id, seen, content }),
    reload: async (id) => (await api.get.query({ id })).nullResult,
    queryKey: ['nullResults'],
    onSaved: ({ id, save }, wasNew) => {
      props.onDirty(false);
      toast.done(wasNew ? 'Proposed.' : 'Saved.');
      props.onSaved({ id, save });
    },
  });
  const { draft } = form;
  const set: typeof form.set = (field, value) => {
    form.set(field, value);
    props.onDirty(true);
  };
  /** What saving found wrong, or what the check found in the words that are saved. */
  const errorAt = (field: keyof Draft) =>
    form.fieldError(`content.${field}`) ??
    form.fieldError(field) ??
    form.fieldError(`nullResult.${field}`) ??
    (form.dirty
      ? null
      : (problems.find(({ at }) => at === `nullResult.${field}`)?.message ?? null));
  const entry = (field: 'actorId' | 'issueId') => ({
    ...{ label: labels[field], disabled: locked, error: errorAt(field), value: draft[field] },
    onChange: (id: string | null) => set(field, id),
  });
  return (
    <Form
      className="grid gap-5"
      error={form.error}
      onSubmit={() => {
        if (form.dirty && !form.busy) form.submit();
      }}
    >
      {form.conflict ? (
        <ConflictNote conflict={form.conflict} draft={draft} labels={labels} busy={form.busy} />
      ) : null}
      {form.error ? <ErrorNote error={form.error} labels={labels} /> : null}
      <Panel title="Looked for" padded>
        <div className="grid gap-4">
          <LookedForField kind="actor" {...entry('actorId')} />
          <LookedForField kind="issue" {...entry('issueId')} />
          <TextField
            label={labels.searched}
            required
            rows={2}
            readOnly={locked}
            maxLength={500}
            dir="auto"
            lang={draft.language}
            hint="What was searched, in words for readers: “Statements of the ministry, June 2031 to May 2032”."
            value={draft.searched}
            onChange={(searched) => set('searched', searched)}
            error={errorAt('searched')}
          />
          <Select
            label={labels.register}
            disabled={locked}
            placeholder="Choose"
            hint="Where it was looked for. Readers find it in that column of the board."
            value={draft.register}
            onChange={(register) => set('register', register)}
            options={settings}
            error={errorAt('register')}
          />
          <LooseDateField
            label={labels.asOf}
            disabled={locked}
            placeholder="2032-05, 2031-06/2032-05"
            hint="Until when, or on which day, it was looked for."
            value={draft.asOf}
            onChange={(asOf) => set('asOf', asOf)}
            error={errorAt('asOf')}
          />
          <TextField
            label={labels.language}
            required
            readOnly={locked}
            dir="ltr"
            hint="Of these words: a BCP 47 tag."
            value={draft.language}
            onChange={(language) => set('language', language.trim())}
            error={errorAt('language')}
          />
        </div>
      </Panel>
      <Panel title="Desk only" padded>
        <TextField
          label={labels.note}
          optional
          rows={3}
          readOnly={locked}
          maxLength={5000}
          dir="auto"
          hint="Never shown to readers."
          value={draft.note}
          onChange={(note) => set('note', note)}
          error={errorAt('note')}
        />
      </Panel>
      {locked ? null : (
        <div>
          <Button type="submit" variant="primary" busy={form.busy} disabled={!form.dirty}>
            {form.isNew ? 'Propose' : 'Save'}
          </Button>
        </div>
      )}
    </Form>
  );
}
