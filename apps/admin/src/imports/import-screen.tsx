'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { counted } from '@viewpoints/domain/text/counted';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { MissingRecord } from '../shell/missing-record.tsx';
import { VerbButton } from '../shell/verb-button.tsx';
import { Badge } from '../ui/badge.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { WhyNot } from '../ui/why-not.tsx';
import { ImportItems } from './import-items.tsx';
import { importStatusOf, sourceOf } from './import-labels.ts';
import { ImportSummaryPanel } from './import-summary-panel.tsx';

const list = { href: '/import-runs', label: 'All imports' };
/** While articles go out, how often their number is read again. */
const REFRESH_INTERVAL = 3_000;

type Shown = Outputs['editor']['imports']['byId'];

/** One import: its report, and the two steps by which what was public before goes out. */
export function ImportScreen({ id }: { id: string }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'confirm' | 'sign' | 'undo' | null>(null);
  const query = useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: () => viewpoints.editor.imports.byId.query({ id }),
    refetchInterval: ({ state }) => (isMoving(state.data) ? REFRESH_INTERVAL : false),
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
  const { run, counts, summary, permissions } = query.data;
  const api = viewpoints.editor.imports;
  const goingOut = counts.ready + counts.waiting;
  const { label, tone } = importStatusOf(run);
  const close = () => setAsking(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['imports'] });
  const isOpen = run.signedAt === null && run.undoneAt === null;
  return (
    <Page
      title={sourceOf(run)}
      back={list}
      badges={<Badge tone={tone}>{label}</Badge>}
      description={
        <>
          {run.fileName}, brought in by {run.startedBy.name} <Time at={run.startedAt} />.
        </>
      }
    >
      <div className="grid gap-5">
        <section aria-label="Steps" className="grid gap-3">
          <p>
            {describe(query.data)} {run.confirmedBy ? `Confirmed by ${run.confirmedBy.name}.` : ''}{' '}
            {run.signedBy ? `Signed by ${run.signedBy.name}.` : ''}
          </p>
          {isOpen ? (
            <>
              <div className="flex flex-wrap gap-2">
                <VerbButton
                  variant={run.confirmedAt === null ? 'primary' : 'secondary'}
                  decision={permissions.confirm}
                  onClick={() => setAsking('confirm')}
                >
                  {run.confirmedAt === null ? 'Confirm report…' : 'Confirm again…'}
                </VerbButton>
                <VerbButton
                  variant={run.confirmedAt === null ? 'secondary' : 'primary'}
                  decision={permissions.sign}
                  onClick={() => setAsking('sign')}
                >
                  Sign…
                </VerbButton>
                <VerbButton decision={permissions.undo} onClick={() => setAsking('undo')}>
                  Undo import…
                </VerbButton>
              </div>
              <WhyNot reasons={permissions.sign.ok ? [] : permissions.sign.reasons} />
            </>
          ) : run.undoneAt === null ? (
            <div>
              <VerbButton decision={permissions.undo} onClick={() => setAsking('undo')}>
                Undo import…
              </VerbButton>
            </div>
          ) : null}
        </section>
        <ImportItems id={id} counts={counts} />
        {summary === null ? null : <ImportSummaryPanel summary={summary} />}
      </div>
      <ConfirmDialog
        open={asking === 'confirm'}
        onOpenChange={close}
        title="Confirm this report?"
        consequence={`You say that ${counted(goingOut, 'article')} may go out as ${goingOut === 1 ? 'it is' : 'they are'}, with the dates that they had. Nothing goes out until another publisher signs.`}
        action="Confirm report"
        onConfirm={async () => {
          try {
            await api.confirm.mutate({ id, ready: goingOut });
          } finally {
            await refresh();
          }
          toast.done('Confirmed. Another publisher can sign it now.');
        }}
      />
      <ConfirmDialog
        open={asking === 'sign'}
        onOpenChange={close}
        title="Sign and publish?"
        consequence={`${counted(counts.waiting, 'article')} ${counts.waiting === 1 ? 'goes' : 'go'} out in your name and that of ${run.confirmedBy?.name ?? 'who confirmed'}. What somebody has edited since, and what names somebody protected, stays a draft.`}
        action="Sign and publish"
        onConfirm={async () => {
          try {
            await api.sign.mutate({ id, confirmedAt: run.confirmedAt ?? run.startedAt });
          } finally {
            await refresh();
          }
          toast.done('Signed. The articles go out one after another.');
        }}
      />
      <ConfirmDialog
        open={asking === 'undo'}
        onOpenChange={close}
        title="Undo this import?"
        consequence="Drafts that nobody has worked on are deleted for good, and what it published is archived. All other articles stay."
        action="Undo import"
        danger
        onConfirm={async () => {
          try {
            await api.undo.mutate({ id });
          } finally {
            await refresh();
          }
          toast.done('The articles are taken back one after another.');
        }}
      />
    </Page>
  );
}

/** For how long after the word of somebody its articles are seen to go, in milliseconds. */
const UNDOING = 15 * 60_000;

/** Whether articles of it come in, go out or are taken back, so that numbers on the page change. */
const isMoving = (shown: Shown | undefined): boolean =>
  isGoingOut(shown) ||
  (shown !== undefined && shown.run.finishedAt === null && shown.run.undoneAt === null) ||
  (shown !== undefined &&
    shown.run.undoneAt !== null &&
    Date.now() - Date.parse(shown.run.undoneAt) < UNDOING);

const isGoingOut = (shown: Shown | undefined): boolean =>
  shown !== undefined &&
  shown.run.signedAt !== null &&
  shown.run.publishedAt === null &&
  shown.run.undoneAt === null;

function describe({ run, counts }: Shown): string {
  if (run.undoneAt !== null) {
    const left = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return left === 0 ? 'It was undone.' : `It was undone. ${counted(left, 'article')} left of it.`;
  }
  if (run.finishedAt === null) return 'It has not come to its end.';
  if (run.publishedAt !== null)
    return `${counted(counts.published, 'article')} went out; ${counts.refused + counts.edited} stayed drafts.`;
  if (run.signedAt !== null)
    return `${counted(counts.published, 'article')} out, ${counts.waiting} to go.`;
  if (counts.ready + counts.waiting === 0) return 'Nothing of it can go out as it is.';
  return `${counted(counts.ready + counts.waiting, 'article')} can go out.`;
}
