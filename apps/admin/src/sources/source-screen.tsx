'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { type Source, StoredSourceContent } from '@viewpoints/domain/sources/source';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { ConflictNote } from '../records/conflict-note.tsx';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { MissingRecord } from '../shell/missing-record.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import { ClearancesPanel, useClearances } from './clearances-panel.tsx';
import { DescriptionPanel } from './description-panel.tsx';
import { NobodyTookPart } from './nobody-took-part.tsx';
import { ParticipantsField } from './participants-field.tsx';
import { RemoveSource } from './remove-source.tsx';
import { needsConfirmation, SaveSourceDialog, type SourceEffects } from './save-source-dialog.tsx';
import { SourceChangeNote } from './source-change-note.tsx';
import { protectsParticipants, type SourceDraft, sourceLabels } from './source-content.ts';
import { DisclosureBadge, TermsBadge } from './terms-badges.tsx';
import { TermsFields } from './terms-fields.tsx';
import { WaiversPanel } from './waivers-panel.tsx';

export function SourceScreen(props: { id: string }) {
  const [generation, setGeneration] = useState(0);
  const source = useQuery({
    queryKey: ['sources', 'one', props.id],
    queryFn: () => viewpoints.editor.sources.get.query({ id: props.id }),
  });
  if (source.error && !source.data) {
    return (
      <MissingRecord
        error={source.error}
        kind="source"
        list={{ href: '/sources', label: 'All sources' }}
        onRetry={() => void source.refetch()}
      />
    );
  }
  if (!source.data) {
    return (
      <Page title="Source" width="prose">
        <Panel>
          <SkeletonRows />
        </Panel>
      </Page>
    );
  }
  return (
    <SourceForm
      key={`${source.data.id} ${generation}`}
      source={source.data}
      onReplaced={() => setGeneration((now) => now + 1)}
    />
  );
}

function SourceForm(props: {
  source: Source;
  /** Another source is stored than the form began with. */
  onReplaced: () => void;
}) {
  const { source } = props;
  const mayEdit = useMay('source.edit');
  const maySetTerms = useMay('terms.set');
  const form = useRecordForm<typeof StoredSourceContent, Source, SourceDraft>({
    schema: StoredSourceContent,
    record: source,
    blank: source,
    create: (content) => viewpoints.editor.sources.create.mutate(content),
    save: async (id, seen, content) => {
      const { waiting, hidden, ...saved } = await viewpoints.editor.sources.save.mutate({
        ...{ id, seen, content },
      });
      toast.done(
        waiting.length > 0
          ? 'Saved, but for what waits for a second person.'
          : hidden.suspended.length > 0
            ? 'Saved. What may no longer be read was taken off.'
            : 'Saved',
      );
      return saved;
    },
    reload: (id) => viewpoints.editor.sources.get.query({ id }),
    queryKey: ['sources'],
  });
  const { draft, set, fieldError } = form;
  const [preview, setPreview] = useState<SourceEffects | null>(null);
  // The effects of more protection are shown before it is saved; all else is simply saved.
  const submit = useMutation({
    mutationFn: async () => {
      const content = StoredSourceContent.safeParse(draft);
      if (!content.success) return form.submit();
      const effects = await viewpoints.editor.sources.effects.query({
        ...{ id: source.id, seen: source.save, content: content.data },
      });
      if (needsConfirmation(effects)) setPreview(effects);
      else form.submit();
    },
    // If the effects cannot be computed, the source can still be protected.
    onError: () => form.submit(),
  });
  const { data: answers } = useClearances(source.id);
  const isStated = (answers?.clearances ?? []).some(({ kind }) => kind === 'no_participants');
  const needsParticipants =
    protectsParticipants(draft.terms.attribution) && draft.participants.length === 0 && !isStated;

  return (
    <Page
      title={source.title}
      width="prose"
      back={{ href: '/sources', label: 'Sources' }}
      badges={
        <span className="flex gap-1.5">
          <TermsBadge terms={source.terms.attribution} />
          <DisclosureBadge disclosure={source.terms.disclosure} />
        </span>
      }
      actions={
        <>
          <ButtonLink href={`/findings?source=${source.id}`}>Its findings</ButtonLink>
          <RemoveSource source={source} />
        </>
      }
    >
      <SourceChangeNote
        source={source}
        onDecided={() => {
          // Unsaved input stays: saving it then shows both.
          if (!form.dirty) props.onReplaced();
        }}
      />
      <Form
        className="space-y-5"
        error={form.error}
        onSubmit={() => {
          if (mayEdit.ok && form.dirty && !form.busy && !submit.isPending) submit.mutate();
        }}
      >
        {form.conflict ? (
          <ConflictNote
            conflict={form.conflict}
            draft={draft}
            labels={sourceLabels}
            busy={form.busy}
          />
        ) : null}
        {form.error ? <ErrorNote error={form.error} /> : null}
        <Panel
          title="Terms"
          description="They hold for everything that comes from here, unless a finding’s own are narrower."
          padded
        >
          <div className="space-y-4">
            <TermsFields form={form} locked={!maySetTerms.ok} />
            {maySetTerms.ok ? null : (
              <p className="text-sm text-ink-soft">
                {maySetTerms.reasons.map((one) => one.message).join(' ')}
              </p>
            )}
          </div>
        </Panel>
        <DescriptionPanel form={form} />
        <Panel
          id="participants"
          title="Who took part"
          description="Protected: kept so that their names can be looked for before anything is published, and never shown to readers."
          padded
        >
          <div className="space-y-4">
            {needsParticipants ? <NobodyTookPart sourceId={source.id} /> : null}
            <ParticipantsField
              value={draft.participants}
              onChange={(participants) => set('participants', participants)}
              fieldError={fieldError}
            />
            <TextField
              label={sourceLabels.note}
              optional
              rows={3}
              hint="Never leaves the desk."
              value={draft.note}
              onChange={(note) => set('note', note)}
              error={fieldError('note')}
            />
          </div>
        </Panel>
        <div className="sticky bottom-0 z-10 -mx-1 flex items-center justify-end gap-3 border-t border-line bg-ground px-1 py-3">
          {form.dirty ? <span className="text-sm text-ink-soft">Not saved yet</span> : null}
          <Button
            type="submit"
            variant="primary"
            busy={form.busy || submit.isPending}
            disabled={!form.dirty}
            decision={mayEdit}
          >
            Save
          </Button>
        </div>
      </Form>
      <SaveSourceDialog preview={preview} onClose={() => setPreview(null)} onSave={form.submit} />
      <div className="mt-5 space-y-5">
        <ClearancesPanel sourceId={source.id} />
        <WaiversPanel source={source} />
      </div>
    </Page>
  );
}
