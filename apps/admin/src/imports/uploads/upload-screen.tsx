'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { endedUploadStates, type ShownUpload } from '@viewpoints/domain/imports/import-upload';
import { useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { MissingRecord } from '../../shell/missing-record.tsx';
import { VerbButton } from '../../shell/verb-button.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Panel } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { CorrectForm } from './correct-form.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { filesOf, importKinds, problemWords, uploadStates } from './upload-labels.ts';

const list = { href: '/import-runs', label: 'All imports' };
/** While a job is at it, how often its progress is read. */
const REFRESH_INTERVAL = 1_000;

type Found = Outputs['editor']['importUploads']['byId'];
const isAtWork = (state: ShownUpload['state']) => state === 'reading' || state === 'importing';

/** One import by upload: its report before anything comes in, its progress, and what came of it. */
export function UploadScreen({ id }: { id: string }) {
  const queries = useQueryClient();
  const [isCancelling, setCancelling] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const query = useQuery({
    queryKey: ['importUploads', 'one', id],
    queryFn: () => viewpoints.editor.importUploads.byId.query({ id }),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isAtWork(data.upload.state) ? REFRESH_INTERVAL : false,
  });
  if (query.isError && !query.data)
    return (
      <MissingRecord
        error={query.error}
        kind="import"
        list={list}
        onRetry={() => void query.refetch()}
      />
    );
  if (!query.data)
    return (
      <Page title="Import" back={list}>
        <Panel>
          <SkeletonRows rows={4} />
        </Panel>
      </Page>
    );
  const { upload, preview } = query.data;
  const { state, options, startedBy, startedAt, expiresAt } = upload;
  const api = viewpoints.editor.importUploads;
  const refresh = () => queries.invalidateQueries({ queryKey: ['importUploads'] });
  const isOpen = !endedUploadStates.includes(state);
  const start = async () => {
    setError(null);
    try {
      await api.import.mutate({ id });
    } catch (thrown) {
      setError(thrown);
    }
    await refresh();
  };
  return (
    <Page
      title={`${importKinds[options.kind].label}, ${filesOf(upload)}`}
      back={list}
      badges={<Badge tone={uploadStates[state].tone}>{uploadStates[state].label}</Badge>}
      description={
        <>
          Begun by {startedBy.name} <Time at={startedAt} />.{' '}
          {isOpen ? (
            <>
              Its files are removed <Time at={expiresAt} due /> at the latest.
            </>
          ) : (
            'Its files are removed.'
          )}
        </>
      }
    >
      <div className="grid max-w-4xl gap-5">
        {error ? <ErrorNote error={error} /> : null}
        <Standing found={query.data} />
        {isOpen ? (
          <div className="flex flex-wrap gap-2">
            {preview !== null && !isAtWork(state) ? (
              <VerbButton variant="primary" onClick={() => void start()}>
                Import
              </VerbButton>
            ) : null}
            <Button onClick={() => setCancelling(true)}>Cancel import…</Button>
          </div>
        ) : null}
        {preview === null ? null : <PreviewPanel preview={preview} isDone={state === 'finished'} />}
        {state === 'read' || state === 'failed' ? (
          <section aria-labelledby="correct" className="grid gap-3">
            <h2 id="correct" className="text-base font-semibold">
              Correct
            </h2>
            <CorrectForm
              key={`${state} ${JSON.stringify(options)}`}
              upload={upload}
              preview={preview}
              onRead={refresh}
            />
          </section>
        ) : null}
      </div>
      <ConfirmDialog
        open={isCancelling}
        onOpenChange={setCancelling}
        title="Cancel this import?"
        consequence={
          upload.runId === null
            ? 'Its files are removed. Nothing has come in.'
            : 'Its files are removed. What has come in by now stays: undo it on the page of its articles.'
        }
        action="Cancel import"
        danger
        onConfirm={async () => {
          try {
            await api.cancel.mutate({ id });
          } finally {
            await refresh();
          }
          toast.done('The import is cancelled.');
        }}
      />
    </Page>
  );
}

/** Where it stands, in words: how far a job is, why it failed, or where its articles are. */
function Standing({ found: { upload, arrived } }: { found: Found }) {
  const { state, done, total, problems, runId, files } = upload;
  const toRun =
    runId === null ? null : (
      <p>
        <ButtonLink href={`/import-runs/${runId}`}>Show articles</ButtonLink>
      </p>
    );
  if (isAtWork(state)) {
    const what = state === 'reading' ? 'Reading' : 'Importing';
    const so = done.toLocaleString('en-GB');
    return (
      <div className="grid gap-3">
        <div role="status" className="grid gap-1.5">
          <progress
            className="h-1.5 w-full accent-accent"
            aria-label={what}
            {...(total === null ? {} : { max: Math.max(1, total), value: done })}
          />
          <p>
            {total === null || state === 'reading'
              ? `${what}: ${so} items so far.`
              : `${what}: ${so} of ${total.toLocaleString('en-GB')} items.`}{' '}
            You can leave this page: you are notified at the end.
          </p>
        </div>
        {toRun}
      </div>
    );
  }
  if (state === 'failed')
    return (
      <div className="grid gap-3">
        <div role="alert" className="grid gap-1 rounded-md border border-danger p-3">
          <p className="font-medium">It could not be {runId === null ? 'read' : 'imported'}.</p>
          {problems.map((problem) => (
            <p key={problem.code} className="break-words">
              {problemWords(problem)}
            </p>
          ))}
        </div>
        {toRun}
      </div>
    );
  if (state === 'uploading') {
    const bytes = arrived.reduce((sum, size) => sum + size, 0);
    const whole = files.reduce((sum, { size }) => sum + size, 0);
    return (
      <p>
        {Math.floor((bytes / whole) * 100)} % of its files have arrived. If nobody is sending them
        any more, cancel it and begin again.
      </p>
    );
  }
  if (state === 'finished') return runId === null ? <p>It has come in.</p> : <>{toRun}</>;
  if (state === 'read') return <p>Nothing has come in yet. This is what would.</p>;
  return <p>{state === 'expired' ? 'Nobody imported it in time.' : 'It was cancelled.'} </p>;
}
