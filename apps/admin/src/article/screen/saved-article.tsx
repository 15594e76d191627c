'use client';

import { documentVersion } from '@viewpoints/working-copy/document-version';
import { Unplug } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useTask } from '../../ui/use-task.ts';
import type { ArticleScreenData } from '../article-data.ts';
import { outdated } from '../saving/outdated.ts';
import { ArticleWorkspace } from './article-workspace.tsx';
import { type ArticleSession, useArticleSession } from './use-article-session.ts';
import { useOtherSaves } from './use-other-saves.ts';

/** The article without a live connection: saved as a whole, by calls. */
export function SavedArticle(props: { data: ArticleScreenData; onConnect: () => void }) {
  const { data } = props;
  const isOutdated = data.documentVersion > documentVersion;
  const shown = useMemo(() => (isOutdated ? outdated(data) : data), [isOutdated, data]);
  const session = useArticleSession(shown);
  const isShown = !isOutdated && data.permissions['article.edit'].ok;
  return (
    <ArticleWorkspace
      session={session}
      restored={useOtherSaves(session)}
      // A page that is out of date says so itself, and who only reads misses nothing.
      notice={isShown ? <NotLiveNotice session={session} onConnect={props.onConnect} /> : null}
    />
  );
}

/** Says what writing is like without a connection, and connects again once everything is saved. */
function NotLiveNotice(props: { session: ArticleSession; onConnect: () => void }) {
  const { busy, error, run } = useTask({ endsWithSuccess: true });
  const connect = () =>
    run(async () => {
      await props.session.autosave.flush();
      props.onConnect();
    });
  return (
    <section
      aria-label="No live connection"
      className="mb-4 flex flex-wrap items-center gap-3 rounded-md border border-line bg-sunken px-3 py-2"
    >
      <Unplug aria-hidden className="size-4 text-warn" />
      <p className="flex-1 basis-60">
        There is no live connection. Others see what you write once it is saved.
      </p>
      <Button size="sm" busy={busy} onClick={connect}>
        Connect again
      </Button>
      {error === null ? null : <ErrorNote error={error} />}
    </section>
  );
}
