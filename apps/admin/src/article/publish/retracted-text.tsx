'use client';

import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import { useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';

const api = viewpoints.editor.articles.retractedText;
type Step = keyof typeof api;

/**
 * Whether readers have the text of a retracted article. Shown again it takes two people, taken away
 * one.
 */
export function RetractedTextSteps({ session }: { session: ArticleSession }) {
  const { me } = useSession();
  const { article, retraction, people } = session.data;
  const [busy, setBusy] = useState<Step | null>(null);
  if (article.state !== 'retracted' || retraction === null) return null;
  const { requestedBy, shownAt } = retraction.text;
  const own = articleSubject(article);
  const run = async (step: Step, done: string) => {
    setBusy(step);
    try {
      await session.after(() => api[step].mutate({ id: session.id }));
      toast.done(done);
    } catch (error) {
      toast.failed(error, 'This could not be done.');
    } finally {
      setBusy(null);
    }
  };
  const step = (
    name: Step,
    label: string,
    decision: ReturnType<typeof can>,
    done: string,
    variant: ButtonVariant = 'secondary',
  ) => (
    <Button
      variant={variant}
      decision={decision}
      busy={busy === name}
      onClick={() => busy === null && void run(name, done)}
    >
      {label}
    </Button>
  );
  const who = requestedBy === null ? '' : (people[requestedBy] ?? 'Somebody');
  const takeAway = can(me, 'article.take_text', own, me);
  return (
    <section aria-label="Retracted text" className="grid gap-2">
      <p>
        {shownAt !== null
          ? 'Readers have its text, marked as retracted, without pictures.'
          : requestedBy !== null
            ? `${who} wants readers to have its text, marked as retracted. A second person confirms it.`
            : 'Readers have the notice alone. Its text can be shown again, marked as retracted.'}
      </p>
      <div className="flex flex-wrap gap-2">
        {requestedBy === null
          ? step(
              'request',
              'Show text again',
              can(me, 'article.request_text', own, me),
              'A second person has to confirm it.',
            )
          : null}
        {requestedBy !== null && shownAt === null ? (
          <>
            {step(
              'confirm',
              'Confirm text',
              can(me, 'article.confirm_text', { ownerIds: [requestedBy] }, me),
              'Readers have the text, marked as retracted.',
              'primary',
            )}
            {step('takeAway', 'Withdraw request', takeAway, 'Withdrawn.', 'quiet')}
          </>
        ) : null}
        {shownAt !== null
          ? step('takeAway', 'Take text away', takeAway, 'Readers have the notice alone.')
          : null}
      </div>
    </section>
  );
}
