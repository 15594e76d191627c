'use client';

import type { Role } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useNewArticle } from '../articles/use-new-article.ts';
import { mayInRole } from '../session/may-in-role.ts';
import { Panel } from '../ui/table.tsx';

/** The target of a step; the first begins an article at once. */
type Step = { action: Action; href: string | null; title: string; text: string };

const steps: Step[] = [
  {
    action: 'article.create',
    href: null,
    title: 'Write an article',
    text: 'An empty page, the cursor in its headline. The draft saves itself; hand it in when it is ready.',
  },
  {
    action: 'finding.propose',
    href: '/articles',
    title: 'Mark what was said',
    text: 'Open an article, select the sentence that carries a position, and propose it as a finding: who holds it, on whose word, under what terms.',
  },
  {
    action: 'finding.verify',
    href: '/findings?state=proposed',
    title: 'Verify the findings of others',
    text: 'Check each against its evidence. Nobody verifies what they wrote of it themselves.',
  },
  {
    action: 'article.publish',
    href: '/articles?state=approved',
    title: 'Publish what is approved',
    text: 'At once, or at a day and an hour, with an embargo where one was agreed.',
  },
  {
    action: 'people.invite',
    href: '/people',
    title: 'Invite a colleague',
    text: 'Everybody’s words are approved by somebody else. Working alone, turn off four eyes in the settings.',
  },
  {
    action: 'settings.save',
    href: '/settings',
    title: 'Name the journal',
    text: 'Its name and tagline are shown at the top of every page.',
  },
];

/** The whole row of a step is clickable. */
const fullAreaLink = "rounded-sm font-medium after:absolute after:inset-0 after:content-['']";

/** First steps for an empty desk: those that the user's roles permit. */
export function FirstSteps(props: { roles: readonly Role[] }) {
  const { begin } = useNewArticle();
  const mine = steps.filter((step) => mayInRole(props.roles, step.action));
  if (mine.length === 0) {
    return (
      <Panel title="Welcome" padded>
        <p className="text-ink-soft">
          Your account has no role yet. An admin of the journal gives you one under “People”; this
          page then shows what is waiting for you.
        </p>
      </Panel>
    );
  }
  return (
    <Panel title="Where to begin">
      <ol className="divide-y divide-line">
        {mine.map((step) => (
          <li
            key={step.title}
            className="group relative flex items-center gap-4 px-4 py-3 hover:bg-hover/60"
          >
            <div className="min-w-0 flex-1">
              {step.href === null ? (
                <button type="button" onClick={begin} className={fullAreaLink}>
                  {step.title}
                </button>
              ) : (
                <Link href={step.href} className={fullAreaLink}>
                  {step.title}
                </Link>
              )}
              <p className="max-w-[75ch] text-ink-soft">{step.text}</p>
            </div>
            <ArrowRight
              aria-hidden
              className="size-4 shrink-0 text-ink-faint transition-transform group-hover:translate-x-0.5"
            />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
