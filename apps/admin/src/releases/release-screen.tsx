'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { viewpoints } from '../data/viewpoints.ts';
import { MissingRecord } from '../shell/missing-record.tsx';
import { VerbButton } from '../shell/verb-button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { exactTime } from '../ui/time.tsx';
import { toast } from '../ui/toast.ts';
import { WhyNot } from '../ui/why-not.tsx';
import { articleLink } from './article-link.ts';
import { PublishReleaseDialog } from './publish-release-dialog.tsx';
import { ReleaseArticles } from './release-articles.tsx';
import { ReleaseBadge } from './release-badge.tsx';
import { ReleaseNameDialog } from './release-name-dialog.tsx';
import { ScheduleReleaseDialog } from './schedule-release-dialog.tsx';
import { type ShownRelease, useRelease } from './use-release.ts';

type OpenDialog = 'schedule' | 'publish' | 'remove' | 'rename' | null;

const list = { href: '/releases', label: 'All releases' };

/** One release: its articles in order, when they go out, and the steps that lead there. */
export function ReleaseScreen({ id }: { id: string }) {
  const { query, busy, error, run, refresh } = useRelease(id);
  const [openDialog, setOpenDialog] = useState<OpenDialog>(null);
  const router = useRouter();
  if (query.isError && !query.data)
    return (
      <MissingRecord
        error={query.error}
        kind="release"
        list={list}
        onRetry={() => void query.refetch()}
      />
    );
  if (!query.data)
    return (
      <Page title="Release" back={list} width="prose">
        <Panel>
          <SkeletonRows rows={4} />
        </Panel>
      </Page>
    );
  const { release, articles, permissions } = query.data;
  const api = viewpoints.editor.releases;
  const close = () => setOpenDialog(null);
  return (
    <Page
      title={release.name}
      back={list}
      width="prose"
      badges={<ReleaseBadge release={release} />}
      description={describe(query.data)}
      actions={
        release.releasedAt === null ? (
          <VerbButton
            verb="Rename release…"
            onClick={() => setOpenDialog('rename')}
            decision={permissions.edit}
          >
            Rename…
          </VerbButton>
        ) : null
      }
    >
      <div className="grid gap-5">
        {error ? <ErrorNote error={error} linkFor={articleLink} /> : null}
        <ReleaseArticles
          shown={query.data}
          busy={busy}
          onChange={(articleIds) =>
            run(() => api.save.mutate({ id, seen: release.save, name: release.name, articleIds }))
          }
        />
        {release.releasedAt === null ? (
          <section aria-label="Steps" className="grid gap-3">
            <div className="flex flex-wrap gap-2">
              <VerbButton
                variant="primary"
                decision={permissions.schedule}
                onClick={() => setOpenDialog('schedule')}
              >
                {release.publishAt === null ? 'Schedule…' : 'Change time…'}
              </VerbButton>
              <VerbButton decision={permissions.publish} onClick={() => setOpenDialog('publish')}>
                Publish now…
              </VerbButton>
              {release.publishAt === null ? (
                <VerbButton
                  variant="danger-quiet"
                  decision={permissions.remove}
                  onClick={() => setOpenDialog('remove')}
                >
                  Delete release…
                </VerbButton>
              ) : (
                <VerbButton
                  busy={busy}
                  decision={permissions.unschedule}
                  onClick={() =>
                    void run(() => api.unschedule.mutate({ id })).then(
                      (done) => done && toast.done('Unscheduled.'),
                    )
                  }
                >
                  Unschedule
                </VerbButton>
              )}
            </div>
            <WhyNot reasons={permissions.schedule.ok ? [] : permissions.schedule.reasons} />
          </section>
        ) : null}
      </div>
      {openDialog === 'schedule' ? (
        <ScheduleReleaseDialog shown={query.data} onClose={close} onDone={refresh} />
      ) : null}
      {openDialog === 'rename' ? (
        <ReleaseNameDialog
          title="Rename release"
          action="Rename"
          name={release.name}
          onClose={close}
          onSave={async (name) => {
            const articleIds = articles.map((article) => article.id);
            await api.save.mutate({ id, seen: release.save, name, articleIds });
            await refresh();
            close();
          }}
        />
      ) : null}
      {openDialog === 'publish' ? (
        <PublishReleaseDialog shown={query.data} onClose={close} onDone={refresh} />
      ) : null}
      <ConfirmDialog
        open={openDialog === 'remove'}
        onOpenChange={close}
        title="Delete this release?"
        consequence="Its articles stay as they are."
        action="Delete release"
        danger
        onConfirm={async () => {
          await api.remove.mutate({ id });
          router.push('/releases');
          await refresh();
        }}
      />
    </Page>
  );
}

function describe({ release }: ShownRelease): string {
  const { publishAt, releasedAt, stoppedAt, timeZone } = release;
  if (releasedAt !== null) return `Went out ${exactTime(releasedAt, timeZone)}.`;
  if (publishAt !== null) return `Goes out ${exactTime(publishAt, timeZone)}.`;
  if (stoppedAt !== null)
    return `It was to go out ${exactTime(stoppedAt, timeZone)} and did not: an article in it was refused. Nothing was published.`;
  return 'No time is set.';
}
