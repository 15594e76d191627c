'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarClock, FilePlus2, Hourglass, Inbox } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { oneOf } from '../article/publish/whose-words.ts';
import { ArticleRow } from '../articles/article-row.tsx';
import { useNewArticle } from '../articles/use-new-article.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { StoppedNewsletters } from '../newsletters/stopped-newsletters.tsx';
import { FindingGroupRow } from '../queues/finding-group-row.tsx';
import { QueueLinks } from '../queues/queue-links.tsx';
import { useQueueCounts } from '../queues/use-queue-counts.ts';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import type { Description } from '../sources/description-dialog.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List } from '../ui/list.tsx';
import { dialogOnDemand } from '../ui/on-demand.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { useDeviceHour } from '../ui/use-device-time.ts';
import { SecondPersonLinks } from '../ui/why-not.tsx';
import { VisitsPanel } from '../visits/visits-panel.tsx';
import { FirstSteps } from './first-steps.tsx';
import { ProtectionPanel } from './protection-panel.tsx';
import { SampleNote } from './sample-note.tsx';
import { ClearanceRow, SourceChangeRow, waitsFor } from './second-person-rows.tsx';
import { StoppedArticles } from './stopped-articles.tsx';
import { StoppedReleases } from './stopped-releases.tsx';
import { DescriptionRow, NullResultRow, WaiverRow } from './waiting-rows.tsx';

const DescriptionDialog = dialogOnDemand(
  async () => (await import('../sources/description-dialog.tsx')).DescriptionDialog,
);

type Awaits = 'review' | 'changes' | 'publication' | 'text';

type Words = { authors: Person[]; approvers: Person[] } | null;
type Person = { id: string; name: string };

/** "Omar Haddad’s words to approve", for what the user has to do. */
function awaitedOfMe(awaits: Awaits, words: Words, myId: string): string {
  if (awaits === 'changes') return 'changes were asked for';
  if (awaits === 'publication') return 'to publish';
  if (awaits === 'text') return 'text to confirm';
  const whose = (words?.authors ?? []).map(({ id, name }) => (id === myId ? 'your' : `${name}’s`));
  if (whose.length === 0) return 'to approve';
  const shown = whose.length > 2 ? [`${whose.length} people’s`] : whose;
  return `${new Intl.ListFormat('en-GB').format(shown)} words to approve`;
}

/** "waits for Helen Novak or Omar Haddad", for what of theirs others have to act on. */
function awaitedOfOthers(awaits: Awaits, words: Words): string {
  if (awaits === 'changes') return 'waits for changes';
  if (awaits === 'publication') return 'waits for a publisher';
  if (awaits === 'text') return 'waits for another publisher to confirm its text';
  const approvers = words?.approvers ?? [];
  if (approvers.length === 0) return 'nobody else can approve it';
  const names = Object.fromEntries(approvers.map(({ id, name }) => [id, name]));
  return `waits for ${oneOf(Object.keys(names), names)} to approve`;
}

/** The user's tasks, work that waits for others, and work that is due. */
export function DeskScreen() {
  const { me } = useSession();
  const mayWrite = useMay('article.create');
  const maySeeVisits = useMay('visits.view');
  const maySeeExposures = useMay('exposure.list').ok;
  const mayConfirm = useMay('clearance.confirm').ok;
  const { begin, busy } = useNewArticle();
  const [described, setDescribed] = useState<Description | null>(null);
  const desk = useQuery({
    queryKey: ['desk'],
    queryFn: () => viewpoints.editor.desk.query(),
    refetchInterval: 60_000,
  });
  const protection = useQuery({
    queryKey: ['exposures', 'overview'],
    queryFn: () => viewpoints.editor.exposures.overview.query(),
    refetchInterval: 60_000,
    enabled: maySeeExposures,
  });
  const queueCounts = useQueueCounts();
  const hour = useDeviceHour();
  const title = `Good ${hour === null ? 'day' : dayPart(hour)}, ${me.name.split(' ')[0]}`;
  const actions = mayWrite.ok ? (
    <Button variant="primary" icon={FilePlus2} busy={busy} onClick={begin}>
      New article
    </Button>
  ) : undefined;

  if (!desk.data) {
    return (
      <Page title={title} actions={actions}>
        {desk.error ? (
          <ErrorNote error={desk.error} onRetry={() => void desk.refetch()} />
        ) : (
          <Panel>
            <SkeletonRows rows={8} />
          </Panel>
        )}
      </Page>
    );
  }
  const { awaitingMe, awaitingOthers, due, hasSecond } = desk.data;
  const { clearances = [], sourceChanges = [] } = protection.data ?? {};
  const isMine = waitsFor({ ...me, mayConfirm });
  const isOfMine = (row: { recordedBy: { id: string } }) => !isMine(row);
  const toConfirm = [...clearances, ...sourceChanges];
  const mine = countOf(awaitingMe) + toConfirm.filter(isMine).length;
  const others = countOf(awaitingOthers) + toConfirm.filter(isOfMine).length;
  const nothing = mine + others + due.length === 0;

  return (
    <Page title={title} actions={actions}>
      <div className="space-y-5">
        {protection.data ? <ProtectionPanel {...protection.data} /> : null}
        <StoppedArticles articles={desk.data.stoppedArticles} />
        <StoppedNewsletters newsletters={desk.data.stoppedNewsletters} />
        <StoppedReleases releases={desk.data.stoppedReleases} />
        {desk.data.hasSample ? <SampleNote /> : null}
        {nothing ? <FirstSteps roles={me.roles} /> : <QueueLinks counts={queueCounts.data} />}
        {nothing && !mayWrite.ok ? null : (
          <Panel title={<Counted label="Waiting for you" count={mine} />}>
            {mine === 0 ? (
              <EmptyState icon={Inbox} title="Nothing to do">
                Articles in review, findings to verify and waivers to sign off turn up here, as soon
                as somebody else hands them in.
              </EmptyState>
            ) : (
              <List label="Waiting for you">
                {awaitingMe.articles.map((article) => (
                  <ArticleRow
                    key={article.id}
                    article={article}
                    note={awaitedOfMe(article.awaits, article.words, me.id)}
                  />
                ))}
                {awaitingMe.findings.map((group) => (
                  <FindingGroupRow key={group.id} group={group} queue="verify" />
                ))}
                {awaitingMe.waivers.map((waiver) => (
                  <WaiverRow key={waiver.id} waiver={waiver} />
                ))}
                {awaitingMe.nullResults.map((nullResult) => (
                  <NullResultRow key={nullResult.id} nullResult={nullResult} />
                ))}
                {clearances.filter(isMine).map((clearance) => (
                  <ClearanceRow key={clearance.id} clearance={clearance} />
                ))}
                {sourceChanges.filter(isMine).map((change) => (
                  <SourceChangeRow key={change.sourceId} change={change} />
                ))}
                {awaitingMe.descriptions.map((description) => (
                  <DescriptionRow
                    key={description.id}
                    description={description}
                    onOpen={() => setDescribed(description)}
                  />
                ))}
              </List>
            )}
          </Panel>
        )}
        {nothing ? null : (
          <div className="grid items-start gap-5 xl:grid-cols-2">
            <Panel title={<Counted label="Waiting for others" count={others} />}>
              {!hasSecond && others > 0 ? <NoSecond /> : null}
              {others === 0 ? (
                <Quiet icon={<Hourglass aria-hidden className="size-4" />}>
                  Nothing of yours waits for anybody.
                </Quiet>
              ) : (
                <List label="Waiting for others">
                  {awaitingOthers.articles.map((article) => (
                    <ArticleRow
                      key={article.id}
                      article={article}
                      note={awaitedOfOthers(article.awaits, article.words)}
                    />
                  ))}
                  {awaitingOthers.findings.map((group) => (
                    <FindingGroupRow key={group.id} group={group} queue="verify" forOthers />
                  ))}
                  {awaitingOthers.waivers.map((waiver) => (
                    <WaiverRow key={waiver.id} waiver={waiver} />
                  ))}
                  {awaitingOthers.nullResults.map((nullResult) => (
                    <NullResultRow key={nullResult.id} nullResult={nullResult} />
                  ))}
                  {clearances.filter(isOfMine).map((clearance) => (
                    <ClearanceRow key={clearance.id} clearance={clearance} />
                  ))}
                  {sourceChanges.filter(isOfMine).map((change) => (
                    <SourceChangeRow key={change.sourceId} change={change} />
                  ))}
                  {awaitingOthers.descriptions.map((description) => (
                    <DescriptionRow key={description.id} description={description} />
                  ))}
                </List>
              )}
            </Panel>
            <Panel
              title={<Counted label="Scheduled" count={due.length} />}
              actions={
                <ButtonLink href="/calendar" size="sm" variant="quiet">
                  Calendar
                </ButtonLink>
              }
            >
              {due.length === 0 ? (
                <Quiet icon={<CalendarClock aria-hidden className="size-4" />}>
                  Nothing is scheduled.
                </Quiet>
              ) : (
                <List label="Scheduled">
                  {due.map((article) => (
                    <ArticleRow key={article.id} article={article} />
                  ))}
                </List>
              )}
            </Panel>
          </div>
        )}
        {maySeeVisits.ok ? <VisitsPanel /> : null}
      </div>
      {described ? (
        <DescriptionDialog description={described} onClose={() => setDescribed(null)} />
      ) : null}
    </Page>
  );
}

/** Shown if nobody else could approve and verify: whom to invite. */
function NoSecond() {
  return (
    <div className="grid gap-1 border-b border-line bg-warn-soft/60 px-4 py-3">
      <p>
        Nobody else here can approve or verify what you write. Invite a second person as an editor,
        or turn off four eyes in the settings.
      </p>
      <SecondPersonLinks />
    </div>
  );
}

/** How much there is, beyond what is listed too. */
const countOf = (awaiting: {
  counts: { articles: number; findings: number };
  waivers: readonly unknown[];
  nullResults: readonly unknown[];
  descriptions: readonly unknown[];
}): number =>
  awaiting.counts.articles +
  awaiting.counts.findings +
  awaiting.waivers.length +
  awaiting.nullResults.length +
  awaiting.descriptions.length;

function Counted(props: { label: string; count: number }) {
  return (
    <>
      {props.label}
      {props.count > 0 ? (
        <span className="ms-2 text-sm font-normal text-ink-faint">{props.count}</span>
      ) : null}
    </>
  );
}

function Quiet(props: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-center gap-2.5 px-4 py-4 text-ink-soft">
      {props.icon}
      {props.children}
    </p>
  );
}

function dayPart(hour: number): string {
  if (hour < 5 || hour >= 18) return 'evening';
  return hour < 12 ? 'morning' : 'afternoon';
}
