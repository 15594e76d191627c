'use client';

import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { ArticleState } from '@viewpoints/domain/articles/article';
import { type ArticleEvent, articleTransition } from '@viewpoints/domain/articles/article-workflow';
import type { Decision } from '@viewpoints/domain/refusal';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { toast } from '../../ui/toast.tsx';
import { useFocusAfterStep } from '../../ui/use-focus-after-step.ts';
import { WhyNot } from '../../ui/why-not.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { approveShown } from './approve.ts';
import { ReviewWords } from './review-words.tsx';
import { type AskedStep, StepDialog } from './step-dialogs.tsx';
import { approveLabel, waitingMessage } from './whose-words.ts';

/** The steps that the article's state has. A step that may not be taken says why. */
export function PublishSteps(props: { session: ArticleSession; onNextVersion: () => void }) {
  const { session } = props;
  const { me } = useSession();
  const { article, permissions, publishable, review, people, inTrash } = session.data;
  const { id } = session;
  const [asked, setAsked] = useState<AskedStep | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  // An earlier error may no longer apply.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another save or state is what it waits for.
  useEffect(() => setError(null), [article.save, article.state]);
  const live = article.liveRevisionId !== null;
  // An article in a scheduled release is scheduled and unscheduled with the release.
  const withRelease = (session.data.release?.publishAt ?? null) !== null;
  const api = viewpoints.editor.articles;

  const may = (action: keyof typeof permissions): Decision => permissions[action];
  const mayAndReady = (action: keyof typeof permissions): Decision => {
    const decision = may(action);
    return decision.ok && !publishable.ok ? publishable : decision;
  };
  const run = async <T,>(
    name: string,
    act: () => Promise<T>,
    done: string | ((result: T) => string),
  ) => {
    setBusy(name);
    setError(null);
    try {
      const result = await session.after(act);
      toast.done(typeof done === 'string' ? done : done(result));
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(null);
    }
  };
  const step = (
    name: string,
    variant: ButtonVariant,
    decision: Decision,
    label: ReactNode,
    onClick: () => void,
  ) => (
    <Button key={name} variant={variant} decision={decision} busy={busy === name} onClick={onClick}>
      {label}
    </Button>
  );
  const ask = (what: AskedStep | null) => () => setAsked(what);
  const place = useRef<HTMLElement>(null);
  useFocusAfterStep(article.state, () => place.current?.focus());
  // Who carries it out needs no suggestion of their own.
  const subject = articleSubject(article);
  const mayRestore = can(me, 'trash.restore', subject, me);
  const untrash = () =>
    void run(
      'untrash',
      () => viewpoints.editor.trash.restore.mutate({ id }),
      'Restored from the trash.',
    );
  const mayPrepare = may('article.prepare');
  const suggest =
    mayPrepare.ok && !can(me, 'article.schedule', subject, me).ok
      ? step('suggest', 'secondary', mayPrepare, 'Suggest a time…', ask('suggest'))
      : null;
  const embargo = step(
    'embargo',
    'secondary',
    may('article.embargo'),
    article.embargoUntil ? 'Change the embargo…' : 'Set an embargo…',
    ask('embargo'),
  );
  const underEmbargo =
    article.embargoUntil !== null && article.embargoUntil > new Date().toISOString();

  const steps: Record<typeof article.state, ReactNode[]> = {
    draft: [
      step(
        'submit',
        'primary',
        may('article.submit'),
        'Submit for review',
        () =>
          void run(
            'submit',
            () => api.submit.mutate({ id, seen: session.autosave.seen() }),
            'Submitted for review.',
          ),
      ),
      may('article.submit').ok
        ? step('submit_to', 'secondary', may('article.submit'), 'Submit to…', ask('submit'))
        : null,
      suggest,
    ],
    in_review: [
      step(
        'approve',
        'primary',
        may('article.approve'),
        approveLabel(review.approves, people, me.id),
        () =>
          void run(
            'approve',
            () => approveShown(session, me.id),
            ({ waiting }) => ['Approved.', waitingMessage(waiting, me.id)].join(' ').trim(),
          ),
      ),
      // Users do not request changes of themselves, and contributors request none.
      may('article.request_changes').ok
        ? step(
            'changes',
            'secondary',
            may('article.request_changes'),
            'Request changes…',
            ask('changes'),
          )
        : null,
      may('article.recall').ok
        ? step(
            'recall',
            'secondary',
            may('article.recall'),
            'Take back',
            () =>
              void run(
                'recall',
                () => api.recall.mutate({ id }),
                'Taken back. It is a draft again.',
              ),
          )
        : null,
      suggest,
    ],
    approved: [
      live
        ? step(
            'correct',
            'primary',
            mayAndReady('article.correct'),
            'Publish the correction…',
            ask('correct'),
          )
        : step('publish', 'primary', mayAndReady('article.publish'), 'Publish…', ask('publish')),
      live
        ? step(
            'publish',
            'secondary',
            mayAndReady('article.publish'),
            'Publish new version…',
            ask('publish'),
          )
        : null,
      suggest ??
        step(
          'schedule',
          'secondary',
          mayAndReady('article.schedule'),
          'Schedule…',
          ask('schedule'),
        ),
    ],
    scheduled: withRelease
      ? [embargo]
      : [
          step(
            'publish',
            'primary',
            mayAndReady('article.publish'),
            'Publish now…',
            ask('publish'),
          ),
          step(
            'reschedule',
            'secondary',
            mayAndReady('article.reschedule'),
            'Reschedule…',
            ask('reschedule'),
          ),
          step(
            'unschedule',
            'secondary',
            may('article.unschedule'),
            'Unschedule',
            () => void run('unschedule', () => api.unschedule.mutate({ id }), 'Unscheduled.'),
          ),
          embargo,
        ],
    published: [
      step('next', 'primary', may('article.edit'), 'Start next version', props.onNextVersion),
      underEmbargo ? embargo : null,
    ],
    retracted: [],
    archived: inTrash
      ? [step('untrash', 'primary', mayRestore, 'Restore', untrash)]
      : [
          step(
            'restore',
            'primary',
            may('article.restore'),
            'Restore as draft',
            () => void run('restore', () => api.restore.mutate({ id }), 'Restored.'),
          ),
        ],
  };
  const refused = stepsOf[article.state].map(may);
  const stateAllows = (event: ArticleEvent) => articleTransition(article.state, event, { live }).ok;
  const canBeRetracted = stateAllows('retract');
  const canBeArchived = stateAllows('archive');
  const canBeTrashed =
    (article.state === 'draft' || article.state === 'archived') &&
    !inTrash &&
    !live &&
    article.firstPublishedAt === null;

  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label="Steps"
      data-field="steps"
      className="grid gap-3 outline-none"
    >
      {error ? <ErrorNote error={error} /> : null}
      {article.state === 'in_review' ? <ReviewWords session={session} /> : null}
      <div className="flex flex-wrap gap-2">{steps[article.state]}</div>
      <WhyNot reasons={refused.flatMap((decision) => (decision.ok ? [] : decision.reasons))} />
      {canBeRetracted || canBeArchived || canBeTrashed ? (
        <div className="flex flex-wrap gap-2 border-t border-line pt-3">
          {canBeRetracted
            ? step('retract', 'danger-quiet', may('article.retract'), 'Retract…', ask('retract'))
            : null}
          {canBeArchived
            ? step('archive', 'quiet', may('article.archive'), 'Archive…', ask('archive'))
            : null}
          {canBeTrashed
            ? step(
                'trash',
                'danger-quiet',
                can(me, 'article.trash', subject, me),
                'Move to trash…',
                ask('trash'),
              )
            : null}
        </div>
      ) : null}
      {asked ? <StepDialog asked={asked} session={session} onClose={ask(null)} /> : null}
    </section>
  );
}

/**
 * The events behind the buttons of each state. The reason for a refusal is under the buttons; what
 * prevents publication is listed above.
 */
const stepsOf: Record<ArticleState, (keyof ArticleSession['data']['permissions'])[]> = {
  draft: ['article.submit'],
  in_review: ['article.approve'],
  approved: ['article.publish', 'article.schedule'],
  scheduled: ['article.publish', 'article.unschedule'],
  published: ['article.edit'],
  retracted: [],
  archived: ['article.restore'],
};
