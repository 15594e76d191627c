'use client';

import { searchedSettings } from '@viewpoints/domain/null-results/searched-settings';
import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { MissingRecord } from '../shell/missing-record.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { NullResultBadge } from './null-result-badge.tsx';
import { NullResultForm } from './null-result-form.tsx';
import { NullResultSteps } from './null-result-steps.tsx';
import { type ShownNullResult, useNullResult } from './use-null-result.ts';

const list = { href: '/null-results', label: 'All null results' };

type OpenDialog = 'reject' | 'withdraw' | 'remove' | null;

/** One null result: what it says, what readers have of it, and the steps until they have it. */
export function NullResultScreen({ id }: { id: string }) {
  const { query, busy, error, run, refresh } = useNullResult(id);
  const [openDialog, setOpenDialog] = useState<OpenDialog>(null);
  const [dirty, setDirty] = useState(false);
  /** The save that the form shows; a newer one of somebody else replaces it where nothing is unsaved. */
  const [seen, setSeen] = useState({ save: 0, form: 0 });
  const router = useRouter();
  if (query.isError && !query.data)
    return (
      <MissingRecord
        error={query.error}
        kind="null result"
        list={list}
        onRetry={() => void query.refetch()}
      />
    );
  if (!query.data)
    return (
      <Page title="Null result" back={list} width="prose">
        <Panel>
          <SkeletonRows rows={4} />
        </Panel>
      </Page>
    );
  const { nullResult } = query.data;
  if (!dirty && nullResult.save > seen.save)
    setSeen({ save: nullResult.save, form: seen.form + 1 });
  const api = viewpoints.editor.nullResults;
  const close = () => setOpenDialog(null);
  return (
    <Page
      title={titleOf(query.data, nullResult)}
      back={list}
      width="prose"
      badges={<NullResultBadge state={nullResult.state} isPublic={nullResult.published !== null} />}
      description={describe(query.data)}
    >
      <div className="grid gap-5">
        {error ? <ErrorNote error={error} /> : null}
        <EarlierWords shown={query.data} />
        <NullResultForm
          key={seen.form}
          shown={query.data}
          language=""
          onDirty={setDirty}
          onSaved={({ save }) => {
            setSeen({ ...seen, save });
            void refresh();
          }}
        />
        <NullResultSteps
          shown={query.data}
          busy={busy}
          dirty={dirty}
          run={run}
          onOpen={setOpenDialog}
        />
      </div>
      <ConfirmDialog
        open={openDialog === 'reject'}
        onOpenChange={close}
        title="Reject it?"
        consequence="It can be changed and proposed again. Readers keep what they have of it."
        action="Reject"
        why={{ label: 'Reason', maxLength: 1000 }}
        onConfirm={async (why) => {
          await api.reject.mutate({ id, seen: nullResult.save, why });
          await refresh();
        }}
      />
      <ConfirmDialog
        open={openDialog === 'withdraw'}
        onOpenChange={close}
        title="Withdraw it for good?"
        consequence="Readers lose it at once, with its words. It cannot be proposed again."
        action="Withdraw"
        danger
        why={{ label: 'Reason', hint: 'For the desk only.', maxLength: 1000 }}
        onConfirm={async (why) => {
          await api.withdraw.mutate({ id, why });
          await refresh();
        }}
      />
      <ConfirmDialog
        open={openDialog === 'remove'}
        onOpenChange={close}
        title="Delete this null result?"
        consequence="Readers never had it. It cannot be restored."
        action="Delete null result"
        danger
        onConfirm={async () => {
          await api.remove.mutate({ id });
          router.push(list.href);
          await refresh();
        }}
      />
    </Page>
  );
}

type Pair = { actorId: string; issueId: string };

function titleOf({ actors, issues }: ShownNullResult, { actorId, issueId }: Pair): string {
  const nameOf = (entries: readonly { id: string; name: string }[], id: string) =>
    entries.find((each) => each.id === id)?.name ?? '';
  return `${nameOf(actors, actorId)}: ${nameOf(issues, issueId)}`;
}

function describe({ nullResult, authors }: ShownNullResult): string {
  const { state, stateReason } = nullResult;
  const by = `Words by ${authors.map(({ name }) => name).join(', ')}.`;
  if (state === 'withdrawn' && stateReason === 'terms')
    return `${by} Withdrawn, since terms protect a name in it.`;
  if (state === 'withdrawn') return `${by} Withdrawn: ${stateReason}`;
  if (state === 'rejected') return `${by} Rejected: ${stateReason}`;
  return by;
}

/** What readers have while other words are proposed. */
function EarlierWords({ shown }: { shown: ShownNullResult }) {
  const { state, published } = shown.nullResult;
  if (published === null || state === 'published') return null;
  return (
    <Panel title="For readers" padded>
      <p>{titleOf(shown, published)}</p>
      <p lang={published.language} dir="auto">
        {published.searched}
      </p>
      <p className="text-ink-soft">
        {searchedSettings[published.register]}, {looseDateInWords(published.asOf, 'en')}
      </p>
    </Panel>
  );
}
