'use client';

import { useQuery } from '@tanstack/react-query';
import { documentText } from '@viewpoints/domain/document/document-text';
import { diffWords } from '@viewpoints/domain/text/diff-words';
import { Archive } from 'lucide-react';
import { useMemo, useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.tsx';
import { WordDifference } from '../findings/word-difference.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';

const reasons: Record<string, string> = {
  imported: 'Imported',
  kept: 'Kept',
  submitted: 'Submitted',
  approved: 'Approved',
  published: 'Published',
  corrected: 'Corrected',
  retracted: 'Retracted',
};

/** Versions of the whole article that were kept, newest first. */
export function RevisionsPanel(props: { session: ArticleSession; editable: boolean }) {
  const { session } = props;
  const { revisions, article } = session.data;
  const [shown, setShown] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    setBusy(true);
    try {
      const { number } = await session.after(() =>
        viewpoints.editor.articles.keepRevision.mutate({ id: session.id }),
      );
      toast.done(`Kept as version ${number}.`);
    } catch (error) {
      toast.failed(error, 'This version could not be kept.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid gap-3">
      {props.editable ? (
        <Button icon={Archive} busy={busy} onClick={() => void keep()}>
          Keep this version
        </Button>
      ) : null}
      {revisions.length === 0 ? (
        <p className="text-ink-soft">
          None yet. One is kept whenever the article is submitted, approved or published.
        </p>
      ) : (
        <ol aria-label="Versions" className="divide-y divide-line">
          {revisions.map((revision) => (
            <li key={revision.id}>
              <button
                type="button"
                onClick={() => setShown(revision.id)}
                className="flex w-full flex-wrap items-center gap-x-2 gap-y-0.5 py-2 text-start hover:bg-hover"
              >
                <span className="font-medium">Version {revision.number}</span>
                <Badge>{reasons[revision.reason]}</Badge>
                {revision.id === article.liveRevisionId ? (
                  <Badge tone="ok">Readers see this</Badge>
                ) : null}
                {revision.id === article.approvedRevisionId ? (
                  <Badge tone="accent">Approved</Badge>
                ) : null}
                <span className="w-full text-sm text-ink-faint">
                  {revision.createdBy.name}, <Time at={revision.createdAt} />
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {shown ? (
        <RevisionDialog id={shown} session={session} onClose={() => setShown(null)} />
      ) : null}
    </div>
  );
}

/** What one version said, beside what the article says now. */
function RevisionDialog(props: { id: string; session: ArticleSession; onClose: () => void }) {
  const { session } = props;
  const revision = useQuery({
    queryKey: ['revision', props.id],
    queryFn: () => viewpoints.editor.articles.revisions.get.query({ id: props.id }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const now = useMemo(() => session.read(), [session]);
  const { data } = revision;
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="lg"
      title={data ? `Version ${data.number} and now` : 'Version'}
      description="Words that the article no longer has are struck through; new words are underlined."
    >
      {revision.isError ? (
        <ErrorNote error={revision.error} onRetry={() => void revision.refetch()} />
      ) : data ? (
        <div className="grid gap-4" lang={data.content.language}>
          <div className="text-xl font-semibold">
            <WordDifference
              parts={diffWords(data.content.headline, now.headline)}
              dir={now.direction}
            />
          </div>
          <WordDifference
            parts={diffWords(data.content.standfirst, now.standfirst)}
            dir={now.direction}
          />
          <WordDifference
            parts={diffWords(data.text, documentText(now.body).text)}
            dir={now.direction}
          />
          <p className="text-sm text-ink-faint">
            {data.findings.length} {data.findings.length === 1 ? 'finding' : 'findings'} were kept
            with it.
          </p>
        </div>
      ) : (
        <div className="grid gap-2" role="status" aria-label="Loading">
          <Skeleton className="w-2/3" />
          <Skeleton />
          <Skeleton className="w-4/5" />
        </div>
      )}
    </Dialog>
  );
}
