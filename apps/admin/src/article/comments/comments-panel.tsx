'use client';

import { MessageSquare, MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { KeepFocus } from '../../ui/keep-focus.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { ReasonTarget } from '../publish/reason-target.ts';
import { CommentComposer } from './comment-composer.tsx';
import { commentedFieldsOf, labelOfField, targetName } from './target-labels.ts';
import { ThreadCard } from './thread-card.tsx';
import { type BegunThread, type Commenting, useCommenting } from './use-article-comments.ts';
import { useWordsGone } from './use-commented-ids.ts';

type Shown = 'open' | 'resolved';

type Ways = {
  onGo: (place: ReasonTarget) => void;
  /** Shows the text, where the panel is over it. */
  onText: () => void;
};

/** The comments on the article: one that is begun, and the threads that are open or resolved. */
export function CommentsPanel(props: Ways) {
  const commenting = useCommenting();
  return commenting ? <Panel {...props} commenting={commenting} /> : null;
}

function Panel(props: Ways & { commenting: Commenting }) {
  const { commenting } = props;
  const { query, threads, begun, active } = commenting;
  const [shown, setShown] = useState<Shown>('open');
  const isGone = useWordsGone(commenting.session.editor);
  const resolved = threads.filter((thread) => thread.resolved !== null);
  // An open thread that is chosen in the text would be missing from the resolved ones.
  const isOpenActive = commenting.open.some(({ id }) => id === active);
  const [led, setLed] = useState(active);
  if (led !== active) {
    setLed(active);
    if (isOpenActive) setShown('open');
  }
  const list = shown === 'open' ? commenting.open : resolved;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <fieldset className="flex gap-1">
          <legend className="sr-only">Show</legend>
          <Choice chosen={shown === 'open'} onChoose={() => setShown('open')}>
            Open {commenting.open.length}
          </Choice>
          <Choice chosen={shown === 'resolved'} onChoose={() => setShown('resolved')}>
            Resolved {resolved.length}
          </Choice>
        </fieldset>
        {commenting.mayComment ? <NewComment commenting={commenting} /> : null}
      </div>
      {begun ? <NewThread key={begun.requestedAt} begun={begun} commenting={commenting} /> : null}
      <KeepFocus>
        {query.error ? (
          <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
        ) : query.isPending ? (
          <div className="grid gap-2" role="status" aria-label="Loading">
            <Skeleton />
            <Skeleton className="w-2/3" />
          </div>
        ) : list.length === 0 && begun === null ? (
          <Nothing shown={shown} mayComment={commenting.mayComment} />
        ) : (
          <ul
            aria-label={shown === 'open' ? 'Open comments' : 'Resolved comments'}
            className="grid gap-3"
          >
            {list.map((thread) => (
              <li key={thread.id}>
                <ThreadCard
                  thread={thread}
                  commenting={commenting}
                  isGone={isGone(thread)}
                  onGo={props.onGo}
                  onText={props.onText}
                />
              </li>
            ))}
          </ul>
        )}
      </KeepFocus>
    </div>
  );
}

function Choice(props: { chosen: boolean; onChoose: () => void; children: React.ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={props.chosen}
      onClick={props.onChoose}
      className="h-7 rounded-md px-2 text-sm text-ink-soft hover:bg-hover hover:text-ink aria-pressed:bg-sunken aria-pressed:font-medium aria-pressed:text-ink pointer-coarse:h-10"
    >
      {props.children}
    </button>
  );
}

function Nothing({ shown, mayComment }: { shown: Shown; mayComment: boolean }) {
  return (
    <EmptyState
      icon={MessageSquare}
      title={shown === 'open' ? 'No open comments' : 'No resolved comments'}
    >
      {shown === 'open' && mayComment ? (
        <>
          Select words of the text and press <Kbd keys="mod+alt+m" />.
        </>
      ) : null}
    </EmptyState>
  );
}

/** Targets of comments without a selection in the text. */
function NewComment({ commenting }: { commenting: Commenting }) {
  const { kind } = commenting.session.data.article;
  return (
    <Menu
      trigger={
        <Button size="sm" icon={MessageSquarePlus}>
          Comment
        </Button>
      }
    >
      <MenuItem keys="mod+alt+m" onClick={commenting.startOnWords}>
        Selected words
      </MenuItem>
      {commentedFieldsOf(kind).map((field) => (
        <MenuItem key={field} onClick={() => commenting.start({ kind: 'field', field })}>
          {labelOfField(field, kind)}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** The first comment of a thread. */
function NewThread({ begun: { on }, commenting }: { begun: BegunThread; commenting: Commenting }) {
  const { session } = commenting;
  const key = JSON.stringify(on);
  const name = targetName(on, session.data);
  return (
    <section aria-label="New comment" className="rounded-md border border-accent p-3">
      <CommentComposer
        label={on.kind === 'words' ? 'Comment on text' : `Comment on ${name.toLowerCase()}`}
        action="Comment"
        autoFocus
        people={commenting.query.data?.people ?? []}
        initial={commenting.drafts.get(key) ?? ''}
        onDraft={(text) => commenting.drafts.set(key, text)}
        onCancel={() => {
          commenting.drafts.delete(key);
          commenting.stop();
          if (on.kind === 'words') session.editor?.commands.focus();
        }}
        onSend={async (content) => {
          // The server looks for the words in what it has stored.
          if (on.kind === 'words') await session.autosave.flush();
          const { threadId } = await viewpoints.editor.articles.comments.start.mutate({
            ...{ articleId: session.id, on, ...content },
          });
          await commenting.refresh();
          commenting.stop();
          commenting.show(threadId, { focus: true });
        }}
      >
        {on.kind === 'words' ? (
          <p className="line-clamp-3 border-s-2 border-warn ps-2 text-sm text-ink-soft" dir="auto">
            {on.quote.exact}
          </p>
        ) : (
          <p className="text-sm font-medium">{name}</p>
        )}
      </CommentComposer>
      <p className="mt-2 text-sm text-ink-faint">
        Its authors read it, and everybody else who sees the article.
      </p>
    </section>
  );
}
