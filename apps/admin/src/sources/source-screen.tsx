'use client';

import { useQuery } from '@tanstack/react-query';
import { type Source, SourceContent } from '@viewpoints/domain/sources/source';
import { viewpoints } from '../data/viewpoints.ts';
import { ConflictNote } from '../records/conflict-note.tsx';
import { useRecordForm } from '../records/use-record-form.ts';
import { useMay } from '../session/use-may.ts';
import { MissingRecord } from '../shell/missing-record.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { LinesField } from '../ui/lines-field.tsx';
import { Page } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { DisclosureBadge, TermsBadge } from '../ui/state-badges.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { optionsOf, sourceKinds } from '../words.ts';
import { ParticipantsField } from './participants-field.tsx';
import { RemoveSource } from './remove-source.tsx';
import { sourceLabels } from './source-content.ts';
import { TermsFields } from './terms-fields.tsx';
import { WaiversPanel } from './waivers-panel.tsx';

export function SourceScreen(props: { id: string }) {
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
  return <SourceForm key={source.data.id} source={source.data} />;
}

function SourceForm(props: { source: Source }) {
  const { source } = props;
  const mayEdit = useMay('source.edit');
  const maySetTerms = useMay('terms.set');
  const form = useRecordForm({
    schema: SourceContent,
    record: source,
    blank: source,
    create: (content) => viewpoints.editor.sources.create.mutate(content),
    save: (id, seen, content) => viewpoints.editor.sources.save.mutate({ id, seen, content }),
    reload: (id) => viewpoints.editor.sources.get.query({ id }),
    queryKey: ['sources'],
    onSaved: () => toast.done('Saved'),
  });
  const { draft, set, fieldError } = form;
  const orNull = (text: string) => (text.trim() === '' ? null : text);

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
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (mayEdit.ok && form.dirty && !form.busy) form.submit();
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
        <Panel title="What it is" padded>
          <div className="space-y-4">
            <TextField
              label={sourceLabels.title}
              required
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
                onChange={(publisher) => set('publisher', orNull(publisher))}
                error={fieldError('publisher')}
              />
              <TextField
                label={sourceLabels.issued}
                optional
                placeholder="2031-05, 2031-05-14, 2030/2031"
                hint="The date it bears."
                value={draft.issued ?? ''}
                onChange={(date) => set('issued', orNull(date))}
                error={fieldError('issued')}
                dir="ltr"
              />
              <TextField
                label={sourceLabels.released}
                optional
                hint="A paper can be written long before it is released."
                value={draft.released ?? ''}
                onChange={(date) => set('released', orNull(date))}
                error={fieldError('released')}
                dir="ltr"
              />
            </div>
            <LinesField
              label={sourceLabels.authors}
              optional
              hint="One a line, as they would be printed."
              value={draft.authors}
              onChange={(authors) => set('authors', authors)}
              error={fieldError('authors')}
            />
            <TextField
              label={sourceLabels.url}
              optional
              type="url"
              value={draft.url ?? ''}
              onChange={(url) => set('url', orNull(url))}
              error={fieldError('url')}
              dir="ltr"
            />
            <TextField
              label={sourceLabels.archiveUrl}
              optional
              type="url"
              hint="Pages vanish. A copy in a web archive stays."
              value={draft.archiveUrl ?? ''}
              onChange={(url) => set('archiveUrl', orNull(url))}
              error={fieldError('archiveUrl')}
              dir="ltr"
            />
            <TextField
              label={sourceLabels.slug}
              required
              hint={`On the reading site, where its terms let it be named: /sources/${draft.slug}`}
              value={draft.slug}
              onChange={(slug) => set('slug', slug)}
              error={fieldError('slug')}
              dir="ltr"
            />
          </div>
        </Panel>
        <Panel
          title="Who took part"
          description="Protected: kept so that their names can be looked for before anything is published, and never shown to readers."
          padded
        >
          <div className="space-y-4">
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
            busy={form.busy}
            disabled={!form.dirty}
            decision={mayEdit}
          >
            Save
          </Button>
        </div>
      </form>
      <div className="mt-5">
        <WaiversPanel source={source} />
      </div>
    </Page>
  );
}
