'use client';

import { Archive, Pencil } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { dialogOnDemand } from '../../ui/on-demand.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { entryLabel, type HistoryEntry, reasonLabel } from '../compare/moment-label.ts';
import { useHistory } from '../compare/use-history.ts';
import { useRequestedAct } from '../screen/requested-act.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';

const NameDialog = dialogOnDemand(async () => (await import('./name-dialog.tsx')).NameDialog);

/** The history of the whole article, newest first, with the authors of each entry. */
export function RevisionsPanel(props: { session: ArticleSession; editable: boolean }) {
  const { session } = props;
  const { revisions, article } = session.data;
  const history = useHistory(session.id, revisions.length);
  const [named, setNamed] = useState<HistoryEntry | null>(null);
  const [busy, setBusy] = useState(false);
  /** The version that is named once it is listed. */
  const [kept, setKept] = useState<string | null>(null);
  const toName = history.items.find(({ id }) => id === kept);
  useEffect(() => {
    if (!toName) return;
    setKept(null);
    setNamed(toName);
  }, [toName]);
  const keep = async (then: 'name' | 'say') => {
    setBusy(true);
    try {
      const { number, revisionId } = await session.after(() =>
        viewpoints.editor.articles.keepRevision.mutate({ id: session.id }),
      );
      if (then === 'name') setKept(revisionId);
      else toast.done(`Kept as version ${number}.`);
    } catch (error) {
      toast.failed(error, 'This version could not be kept.');
    } finally {
      setBusy(false);
    }
  };
  useRequestedAct(session.id, (act) => {
    const isMine = act === 'name_version' && props.editable && !busy;
    if (isMine) void keep('name');
    return isMine;
  });
  return (
    <div className="grid gap-3">
      {props.editable ? (
        <Button icon={Archive} busy={busy} onClick={() => void keep('say')}>
          Keep this version
        </Button>
      ) : null}
      {history.error ? (
        <ErrorNote error={history.error} onRetry={() => void history.refetch()} />
      ) : history.isPending ? (
        <div className="grid gap-2" role="status" aria-label="Loading">
          <Skeleton />
          <Skeleton className="w-2/3" />
        </div>
      ) : history.items.length === 0 ? (
        <p className="text-ink-soft">
          None yet. One is kept whenever the article is submitted, approved or published, and at the
          end of each hour in which somebody wrote.
        </p>
      ) : (
        <ol aria-label="Versions" className="divide-y divide-line">
          {history.items.map((entry) => (
            <li key={entry.id} className="flex items-start gap-1 py-1">
              <EntryLink session={session} entry={entry}>
                {entry.id === article.liveRevisionId ? (
                  <Badge tone="ok">Readers see this</Badge>
                ) : null}
                {entry.id === article.approvedRevisionId ? (
                  <Badge tone="accent">Approved</Badge>
                ) : null}
              </EntryLink>
              {props.editable ? (
                <Button
                  variant="quiet"
                  size="icon"
                  icon={Pencil}
                  label={`Name ${entryLabel(entry)}`}
                  onClick={() => setNamed(entry)}
                />
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {history.hasNextPage ? (
        <Button busy={history.isFetchingNextPage} onClick={() => history.fetchNextPage()}>
          Earlier versions
        </Button>
      ) : null}
      {named ? (
        <NameDialog
          articleId={session.id}
          entry={named}
          onClose={() => {
            setNamed(null);
            history.refetch();
          }}
        />
      ) : null}
    </div>
  );
}

/** Leads to what differs from what the article says now. What is written is saved first. */
function EntryLink(props: {
  session: ArticleSession;
  entry: HistoryEntry;
  children: React.ReactNode;
}) {
  const { session, entry } = props;
  const { revision, authors, name } = entry;
  const router = useRouter();
  const href = `/articles/${session.id}/compare?from=${entry.id}`;
  const writers = authors.map((author) => author.name);
  return (
    <Link
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        void session.autosave
          .flush()
          .catch(() => {})
          .then(() => router.push(href));
      }}
      className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5 rounded-sm py-1 hover:bg-hover"
    >
      <span className="min-w-0 font-medium break-words" dir="auto">
        {entryLabel(entry)}
      </span>
      {revision ? (
        <Badge>
          {reasonLabel(revision.reason)}
          {name === null ? '' : `, version ${revision.number}`}
        </Badge>
      ) : null}
      {props.children}
      <span className="w-full text-sm text-ink-faint">
        {revision ? `${revision.createdBy.name}, ` : null}
        <Time at={entry.at} />
        {writers.length > 0 ? `. Written by ${new Intl.ListFormat('en-GB').format(writers)}` : null}
      </span>
    </Link>
  );
}
