'use client';

import type { ArticleState } from '@viewpoints/domain/articles/article';
import { useEffect, useRef, useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { toast } from '../../ui/toast.ts';
import { useFocusAfterStep } from '../../ui/use-focus-after-step.ts';
import { WhyNot } from '../../ui/why-not.tsx';
import { useRequestedAct } from '../screen/requested-act.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { approveShown } from './approve.ts';
import { ReviewWords } from './review-words.tsx';
import { type DialogStep, StepDialog } from './step-dialogs.tsx';
import { type DirectStep, type Step, stepsOf } from './steps-of.ts';
import { waitingMessage } from './whose-words.ts';

/** The steps that the article's state has. A step that may not be taken says why. */
export function PublishSteps(props: { session: ArticleSession; onNextVersion: () => void }) {
  const { session } = props;
  const { me } = useSession();
  const { article, permissions } = session.data;
  const { id } = session;
  const [openStep, setOpenStep] = useState<DialogStep | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  // An earlier error may no longer apply.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another save or state is what it waits for.
  useEffect(() => setError(null), [article.save, article.state]);
  const api = viewpoints.editor.articles;

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
  const direct: Record<DirectStep, () => void> = {
    submit_now: () =>
      void run(
        'submit_now',
        () => api.submit.mutate({ id, seen: session.autosave.seen() }),
        'Submitted for review.',
      ),
    approve: () =>
      void run(
        'approve',
        () => approveShown(session, me.id),
        ({ waiting }) => ['Approved.', waitingMessage(waiting, me.id)].join(' ').trim(),
      ),
    recall: () =>
      void run('recall', () => api.recall.mutate({ id }), 'Taken back. It is a draft again.'),
    unschedule: () => void run('unschedule', () => api.unschedule.mutate({ id }), 'Unscheduled.'),
    next: props.onNextVersion,
    untrash: () =>
      void run(
        'untrash',
        () => viewpoints.editor.trash.restore.mutate({ id }),
        'Restored from the trash.',
      ),
    restore: () => void run('restore', () => api.restore.mutate({ id }), 'Restored.'),
  };
  const take = ({ name }: Step) => {
    if (isDirect(name)) direct[name]();
    else setOpenStep(name);
  };
  const { next, away } = stepsOf(session.data, me);
  useRequestedAct(id, (act) => {
    const step = [...next, ...away].find(({ name }) => name === act);
    if (!step?.decision.ok || busy !== null) return false;
    take(step);
    return true;
  });
  const buttonOf = (step: Step) => (
    <Button
      key={step.name}
      variant={step.variant}
      decision={step.decision}
      busy={busy === step.name}
      onClick={() => take(step)}
    >
      {step.label}
    </Button>
  );
  const place = useRef<HTMLElement>(null);
  useFocusAfterStep(article.state, () => place.current?.focus());
  const refused = explained[article.state].map((action) => permissions[action]);

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
      <div className="flex flex-wrap gap-2">{next.map(buttonOf)}</div>
      <WhyNot reasons={refused.flatMap((decision) => (decision.ok ? [] : decision.reasons))} />
      {away.length > 0 ? (
        <div className="flex flex-wrap gap-2 border-t border-line pt-3">{away.map(buttonOf)}</div>
      ) : null}
      {openStep ? (
        <StepDialog step={openStep} session={session} onClose={() => setOpenStep(null)} />
      ) : null}
    </section>
  );
}

const directSteps: Record<DirectStep, true> = {
  ...{ submit_now: true, approve: true, recall: true, unschedule: true },
  ...{ next: true, untrash: true, restore: true },
};
const isDirect = (name: Step['name']): name is DirectStep => name in directSteps;

/**
 * The events behind the buttons of each state. The reason for a refusal is under the buttons; what
 * prevents publication is listed above.
 */
const explained: Record<ArticleState, (keyof ArticleSession['data']['permissions'])[]> = {
  draft: ['article.submit'],
  in_review: ['article.approve'],
  approved: ['article.publish', 'article.schedule'],
  scheduled: ['article.publish', 'article.unschedule'],
  published: ['article.edit'],
  retracted: [],
  archived: ['article.restore'],
};
