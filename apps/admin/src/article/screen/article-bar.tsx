'use client';

import { ChevronLeft, CircleHelp, Eye, PanelRight, UserRound, X } from 'lucide-react';
import Link from 'next/link';
import { useSession } from '../../session/session-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { DueDay } from '../../ui/due-day.tsx';
import { ArticleStateBadge } from '../../ui/state-badges.tsx';
import { PeopleHere } from '../collaboration/people-here.tsx';
import { lengthInWords, useEditorText } from '../editor/use-editor-text.ts';
import { listOf } from '../kind-words.ts';
import { nextStep } from '../publish/next-step.ts';
import { SaveStatusNote } from './save-status.tsx';
import type { ArticleSession } from './use-article-session.ts';

/** The bar over the article: where it is, whether it is saved, how long it is, the next step. */
export function ArticleBar(props: {
  session: ArticleSession;
  wide: boolean;
  onPanel: () => void;
  /** The steps are on the screen anyway. */
  stepsShown: boolean;
  onNextStep: () => void;
  onHelp: () => void;
  previewing: boolean;
  onPreview: () => void;
}) {
  const { session } = props;
  const text = useEditorText(session.editor);
  const list = listOf(session.data.article);
  const next = nextStep[session.data.article.state];
  return (
    <div className="sticky top-0 z-30 flex h-(--article-bar-height) items-center gap-3 border-b border-line bg-surface px-3 sm:px-5">
      <Link
        href={list.href}
        aria-label={list.label}
        className="-ms-1 rounded-md p-1.5 text-ink-soft hover:bg-hover hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4" />
      </Link>
      <ArticleStateBadge state={session.data.article.state} />
      <SaveStatusNote session={session} />
      <PeopleHere articleId={session.id} live={session.live} />
      <Assigned session={session} />
      <span className="ms-auto text-sm whitespace-nowrap text-ink-faint max-md:hidden">
        {text ? lengthInWords(text) : ''}
      </span>
      <Button
        variant="quiet"
        icon={props.previewing ? X : Eye}
        label={props.previewing ? 'Close preview' : 'Preview'}
        className="max-md:ms-auto"
        onClick={props.onPreview}
      />
      <Button
        variant="quiet"
        icon={CircleHelp}
        label="Keyboard shortcuts"
        className="max-md:hidden"
        onClick={props.onHelp}
      />
      {props.wide ? null : (
        <Button icon={PanelRight} label="Article panel" onClick={props.onPanel} />
      )}
      {next === null || props.stepsShown ? null : (
        <Button variant="primary" onClick={props.onNextStep} className="max-sm:hidden">
          {next}
        </Button>
      )}
    </div>
  );
}

/** The assignee, if there is one. */
function Assigned({ session }: { session: ArticleSession }) {
  const { me } = useSession();
  const { assignment, people } = session.data;
  const assigneeId = assignment?.assigneeId ?? null;
  if (assigneeId === null) return null;
  return (
    <span className="flex min-w-0 items-center gap-2 text-sm text-ink-soft max-md:hidden">
      <UserRound aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate" dir="auto">
        <span className="sr-only">Assigned to </span>
        {assigneeId === me.id ? 'You' : people[assigneeId]}
      </span>
      {assignment?.dueOn ? <DueDay label="Due" day={assignment.dueOn} /> : null}
    </span>
  );
}
