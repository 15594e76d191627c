'use client';

import { Check, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import type { ReasonTarget } from '../publish/reason-target.ts';
import { CommentComposer } from './comment-composer.tsx';
import { targetName, targetOf } from './target-labels.ts';
import { ThreadComment } from './thread-comment.tsx';
import type { Commenting } from './use-article-comments.ts';
import type { CommentThread } from './use-comments.ts';

/** A thread: what it is on, what was said, and what may be done with it. */
export function ThreadCard(props: {
  thread: CommentThread;
  commenting: Commenting;
  isGone: boolean;
  onGo: (place: ReasonTarget) => void;
  /** Shows the text, where the panel is over it. */
  onText: () => void;
}) {
  const { thread, commenting } = props;
  const { id, on, comments, resolved } = thread;
  const [replying, setReplying] = useState(() => Boolean(commenting.drafts.get(id)));
  const [busy, setBusy] = useState(false);
  const card = useRef<HTMLElement>(null);
  const isActive = commenting.active === id;
  const { focused } = commenting;
  useEffect(() => {
    if (focused?.id === id) card.current?.focus();
  }, [focused, id]);
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);

  const toggleResolved = async () => {
    setBusy(true);
    try {
      const { resolve, reopen } = viewpoints.editor.articles.comments;
      await (resolved === null ? resolve : reopen).mutate({ threadId: id });
      await commenting.refresh();
      toast.done(resolved === null ? 'Comment resolved.' : 'Comment reopened.');
    } catch (error) {
      toast.failed(error, 'This could not be done.');
    } finally {
      setBusy(false);
    }
  };
  const [first] = comments;
  // It came in resolved, at the moment of all its comments.
  const isResolvedInFile = Boolean(first?.inWordFile) && first?.at === resolved?.at;
  const name = targetName(on, commenting.session.data);
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={`Comment on ${name.toLowerCase()}`}
      data-thread={id}
      className={`grid gap-2 rounded-md border p-3 outline-none focus-visible:outline-2 focus-visible:outline-accent ${isActive ? 'border-accent bg-accent-soft/40' : 'border-line'}`}
    >
      <ThreadSubject {...props} name={name} />
      <ol className="grid gap-2">
        {comments.map((comment) => (
          <li key={comment.id}>
            <ThreadComment comment={comment} commenting={commenting} />
          </li>
        ))}
      </ol>
      {resolved ? (
        <p className="text-sm text-ink-faint">
          {isResolvedInFile ? (
            'Resolved in the Word file'
          ) : (
            <>
              <bdi>{resolved.by.name}</bdi> resolved this, <Time at={resolved.at} />
            </>
          )}
        </p>
      ) : null}
      {replying && resolved === null ? (
        <CommentComposer
          label="Reply"
          action="Reply"
          autoFocus
          people={commenting.query.data?.people ?? []}
          initial={commenting.drafts.get(id) ?? ''}
          onDraft={(text) => commenting.drafts.set(id, text)}
          onCancel={() => {
            commenting.drafts.delete(id);
            setReplying(false);
            card.current?.focus();
          }}
          onSend={async (content) => {
            await viewpoints.editor.articles.comments.reply.mutate({ threadId: id, ...content });
            await commenting.refresh();
            setReplying(false);
            card.current?.focus();
          }}
        />
      ) : commenting.mayComment ? (
        <div className="flex flex-wrap gap-2">
          {resolved === null ? (
            <Button size="sm" onClick={() => setReplying(true)}>
              Reply
            </Button>
          ) : null}
          <Button
            size="sm"
            variant="quiet"
            icon={resolved === null ? Check : RotateCcw}
            busy={busy}
            onClick={() => void toggleResolved()}
          >
            {resolved === null ? 'Resolve' : 'Reopen'}
          </Button>
        </div>
      ) : null}
    </article>
  );
}

/** The target of a thread, and the link to it. For words that are gone it shows what they were. */
function ThreadSubject(props: {
  thread: CommentThread;
  commenting: Commenting;
  isGone: boolean;
  name: string;
  onGo: (place: ReasonTarget) => void;
  onText: () => void;
}) {
  const { thread, commenting, isGone } = props;
  const { on } = thread;
  if (on.kind !== 'words') {
    const place = targetOf(on);
    if (place === null) return <p className="text-sm font-medium text-ink-soft">{props.name}</p>;
    return (
      <button
        type="button"
        className="justify-self-start text-sm font-medium text-accent hover:underline pointer-coarse:min-h-10"
        onClick={() => props.onGo(place)}
      >
        {props.name}
      </button>
    );
  }
  if (isGone) {
    return (
      <div className="grid gap-1">
        <p className="text-sm font-medium text-warn">The words are gone from the text.</p>
        {on.quote === null ? null : (
          <blockquote
            className="line-clamp-3 border-s-2 border-line ps-2 text-sm text-ink-soft"
            dir="auto"
          >
            <del>{on.quote}</del>
          </blockquote>
        )}
      </div>
    );
  }
  return (
    <button
      type="button"
      aria-label={`Show in text: ${on.quote ?? ''}`}
      className="border-s-2 border-warn ps-2 text-start text-sm text-ink-soft hover:text-ink pointer-coarse:min-h-10"
      onClick={() => {
        commenting.show(thread.id);
        props.onText();
        commenting.showWords(thread.id, true);
      }}
    >
      <span className="line-clamp-2" dir="auto">
        {on.quote ?? on.words}
      </span>
    </button>
  );
}
