import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { ArticleState } from '@viewpoints/domain/articles/article';
import { type ArticleEvent, articleTransition } from '@viewpoints/domain/articles/article-workflow';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { Decision } from '@viewpoints/domain/refusal';
import type { Me } from '../../session/me.ts';
import type { ButtonVariant } from '../../ui/button.tsx';
import type { ArticleScreenData } from '../article-data.ts';
import type { DialogStep } from './step-dialogs.tsx';
import { approveLabel } from './whose-words.ts';

/** What a step does at once, without a dialog. */
export type DirectStep =
  | 'submit_now'
  | 'approve'
  | 'recall'
  | 'unschedule'
  | 'next'
  | 'untrash'
  | 'restore';

/** A step of the article: a button of the panel, and a verb of the palette. */
export type Step = {
  name: DialogStep | DirectStep;
  variant: ButtonVariant;
  decision: Decision;
  label: string;
};

/** The steps that the article's state has: those that lead on, and those that take it away. */
export function stepsOf(data: ArticleScreenData, me: Me): { next: Step[]; away: Step[] } {
  const { article, permissions, publishable, review, people, inTrash } = data;
  const live = article.liveRevisionId !== null;
  // An article in a scheduled release is scheduled and unscheduled with the release.
  const withRelease = (data.release?.publishAt ?? null) !== null;
  // Who carries it out needs no suggestion of their own.
  const subject = articleSubject(article);

  const may = (action: keyof typeof permissions): Decision => permissions[action];
  const mayAndReady = (action: keyof typeof permissions): Decision => {
    const decision = may(action);
    return decision.ok && !publishable.ok ? publishable : decision;
  };
  const step = (
    name: Step['name'],
    variant: ButtonVariant,
    decision: Decision,
    label: string,
  ): Step => ({ name, variant, decision, label });
  /** A step that only those see who may take it. */
  const ifAllowed = (one: Step): Step[] => (one.decision.ok ? [one] : []);

  const suggest =
    may('article.prepare').ok && !can(me, 'article.schedule', subject, me).ok
      ? [step('suggest', 'secondary', may('article.prepare'), 'Suggest a time…')]
      : [];
  const embargo = step(
    'embargo',
    'secondary',
    may('article.embargo'),
    article.embargoUntil ? 'Change the embargo…' : 'Set an embargo…',
  );
  const underEmbargo =
    article.embargoUntil !== null && article.embargoUntil > new Date().toISOString();

  const next: Record<ArticleState, Step[]> = {
    draft: [
      step('submit_now', 'primary', may('article.submit'), 'Submit for review'),
      ...ifAllowed(step('submit', 'secondary', may('article.submit'), 'Submit to…')),
      ...suggest,
    ],
    in_review: [
      step(
        'approve',
        'primary',
        may('article.approve'),
        approveLabel(review.approves, people, me.id),
      ),
      // Users do not request changes of themselves, and contributors request none.
      ...ifAllowed(
        step('changes', 'secondary', may('article.request_changes'), 'Request changes…'),
      ),
      ...ifAllowed(step('recall', 'secondary', may('article.recall'), 'Take back')),
      ...suggest,
    ],
    approved: [
      ...(live && kinds[article.kind].announced
        ? [
            step('correct', 'primary', mayAndReady('article.correct'), 'Publish the correction…'),
            step('publish', 'secondary', mayAndReady('article.publish'), 'Publish new version…'),
          ]
        : [
            step(
              'publish',
              'primary',
              mayAndReady('article.publish'),
              live ? 'Publish new version…' : 'Publish…',
            ),
          ]),
      ...(suggest.length > 0
        ? suggest
        : [step('schedule', 'secondary', mayAndReady('article.schedule'), 'Schedule…')]),
    ],
    scheduled: withRelease
      ? [embargo]
      : [
          step('publish', 'primary', mayAndReady('article.publish'), 'Publish now…'),
          step('reschedule', 'secondary', mayAndReady('article.reschedule'), 'Reschedule…'),
          step('unschedule', 'secondary', may('article.unschedule'), 'Unschedule'),
          embargo,
        ],
    published: [
      step('next', 'primary', may('article.edit'), 'Start next version'),
      ...(underEmbargo ? [embargo] : []),
    ],
    retracted: [],
    archived: inTrash
      ? [step('untrash', 'primary', can(me, 'trash.restore', subject, me), 'Restore')]
      : [step('restore', 'primary', may('article.restore'), 'Restore as draft')],
  };

  const stateAllows = (event: ArticleEvent) => articleTransition(article.state, event, { live }).ok;
  const canBeTrashed =
    (article.state === 'draft' || article.state === 'archived') &&
    !inTrash &&
    !live &&
    article.firstPublishedAt === null;
  return {
    next: next[article.state],
    away: [
      ...(stateAllows('retract')
        ? [step('retract', 'danger-quiet', may('article.retract'), 'Retract…')]
        : []),
      ...(stateAllows('archive')
        ? [step('archive', 'quiet', may('article.archive'), 'Archive…')]
        : []),
      ...(canBeTrashed
        ? [step('trash', 'danger-quiet', can(me, 'article.trash', subject, me), 'Move to trash…')]
        : []),
    ],
  };
}
