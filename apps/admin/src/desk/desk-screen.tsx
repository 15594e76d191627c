'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarClock, FilePlus2, Hourglass, Inbox } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { oneOf } from '../article/publish/whose-words.ts';
import { ArticleRow } from '../articles/article-row.tsx';
import { useNewArticle } from '../articles/use-new-article.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { FindingRow } from '../findings/finding-row.tsx';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { type Description, DescriptionDialog } from '../sources/description-dialog.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { useDeviceHour } from '../ui/use-device-time.ts';
import { SecondPersonLinks } from '../ui/why-not.tsx';
import { VisitsPanel } from '../visits/visits-panel.tsx';
import { FirstSteps } from './first-steps.tsx';
import { ProtectionPanel } from './protection-panel.tsx';
import { SampleNote } from './sample-note.tsx';
import { ClearanceRow, SourceChangeRow, waitsFor } from './second-person-rows.tsx';
import { StoppedReleases } from './stopped-releases.tsx';

type Awaits = 'review' | 'changes' | 'publication';

type Words = { authors: Person[]; approvers: Person[] } | null;
type Person = { id: string; name: string };

/** "Omar Haddad’s words to approve", for what awaits whoever looks. */
function awaitedOfMe(awaits: Awaits, words: Words, myId: string): string {
  if (awaits === 'changes') return 'changes were asked for';
  if (awaits === 'publication') return 'to publish';
  const whose = (words?.authors ?? []).map(({ id, name }) => (id === myId ? 'your' : `${name}’s`));
  if (whose.length === 0) return 'to approve';
  const shown = whose.length > 2 ? [`${whose.length} people’s`] : whose;
  return `${new Intl.ListFormat('en-GB').format(shown)} words to approve`;
}

/** "waits for Helen Novak or Omar Haddad", for what of theirs others have to act on. */
function awaitedOfOthers(awaits: Awaits, words: Words): string {
  if (awaits === 'changes') return 'waits for changes';
  if (awaits === 'publication') return 'waits for a publisher';
  const approvers = words?.approvers ?? [];
  if (approvers.length === 0) return 'nobody else can approve it';
  const names = Object.fromEntries(approvers.map(({ id, name }) => [id, name]));
  return `waits for ${oneOf(Object.keys(names), names)} to approve`;
}

/** What awaits me, what waits for others, and what is due. */
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
        <StoppedReleases releases={desk.data.stoppedReleases} />
        {desk.data.hasSample ? <SampleNote /> : null}
        {nothing ? <FirstSteps roles={me.roles} /> : null}
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
                {awaitingMe.findings.map((finding) => (
                  <FindingRow key={finding.id} finding={finding} />
                ))}
                {awaitingMe.waivers.map((waiver) => (
                  <WaiverRow key={waiver.id} waiver={waiver} />
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
                  {awaitingOthers.findings.map((finding) => (
                    <FindingRow key={finding.id} finding={finding} />
                  ))}
                  {awaitingOthers.waivers.map((waiver) => (
                    <WaiverRow key={waiver.id} waiver={waiver} />
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
              title={<Counted label="Due" count={due.length} />}
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
                <List label="Due">
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

/** Where nobody but this person could approve and verify: how that is mended. */
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

function WaiverRow(props: {
  waiver: {
    sourceId: string;
    sourceTitle: string;
    recordedBy: { name: string };
    grantedAt: string;
  };
}) {
  const { waiver } = props;
  return (
    <ListRow
      href={`/sources/${waiver.sourceId}#waivers`}
      title={`A waiver for “${waiver.sourceTitle}”`}
      badges={<Badge tone="warn">Waits for sign-off</Badge>}
      end={
        <span>
          {waiver.recordedBy.name} · <Time at={waiver.grantedAt} />
        </span>
      }
    />
  );
}

function DescriptionRow(props: {
  description: Description & { createdAt: string };
  onOpen?: () => void;
}) {
  const { description, onOpen } = props;
  return (
    <ListRow
      {...(onOpen ? { onOpen } : {})}
      title={description.what.split('\n', 1)[0] ?? ''}
      dir="auto"
      badges={<Badge tone="warn">Source described</Badge>}
      meta={
        <>
          {onOpen ? null : <span>waits for an editor</span>}
          {description.article ? (
            <span className="line-clamp-1 font-serif" dir="auto">
              {description.article.headline || 'Untitled'}
            </span>
          ) : null}
        </>
      }
      end={
        <span>
          {description.describedBy.name} · <Time at={description.createdAt} />
        </span>
      }
    />
  );
}

const countOf = (lists: Record<string, readonly unknown[]>): number =>
  Object.values(lists).reduce((sum, list) => sum + list.length, 0);

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
