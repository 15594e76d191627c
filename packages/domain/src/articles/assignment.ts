import { z } from 'zod';
import type { Action } from '../accounts/action.ts';
import type { Colleague } from '../accounts/colleague.ts';
import { articleSubject, can, type PermissionSettings } from '../accounts/permissions.ts';
import { type Decision, decide, reason } from '../refusal.ts';
import { Day, Id, Instant, text } from '../values.ts';
import type { ArticleState } from './article.ts';
import { type ArticleWords, approvalOf, changesOf } from './word-approval.ts';

export const Priority = z.enum(['low', 'normal', 'high']);
export type Priority = z.infer<typeof Priority>;

/** The assignment of an article, as an editor writes it. */
export const AssignmentContent = z.strictObject({
  /** Null if anybody who can take it may do so. */
  assigneeId: Id.nullable().default(null),
  /** The day by which the next step is wanted, in the journal's time zone. */
  dueOn: Day.nullable().default(null),
  priority: Priority.default('normal'),
});
export type AssignmentContent = z.infer<typeof AssignmentContent>;

/** The assignment of an article, with who set it. For the desk only. */
export const Assignment = AssignmentContent.extend({ setBy: Id, setAt: Instant });
export type Assignment = z.infer<typeof Assignment>;

/** A line to the next assignee. For the desk only, and protected as the note is. */
export const AssignmentLine = text(2000);

/** The step that a line on an article accompanies. */
export const LineKind = z.enum(['changes', 'submission', 'hand_over']);
export type LineKind = z.infer<typeof LineKind>;

type Assignable = { state: ArticleState; words: ArticleWords };

/** The states that have a next step to assign. */
export const assignableStates: readonly ArticleState[] = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
];

/** Whether an account can take the next step of an article, and so can be assigned it. */
export function canTake(
  colleague: Colleague,
  { state, words }: Assignable,
  settings: PermissionSettings,
): boolean {
  const may = (action: Action) => can(colleague, action, articleSubject(words), settings).ok;
  switch (state) {
    case 'draft':
      return may('article.edit');
    case 'in_review':
      return (
        approvalOf(colleague, words, settings, []).ok ||
        changesOf(colleague, words, settings, []).ok
      );
    case 'approved':
    case 'scheduled':
      return may('article.publish');
    default:
      return false;
  }
}

/** Who of `colleagues` can be given an article, in their order. */
export function assigneesOf(
  article: Assignable,
  settings: PermissionSettings,
  colleagues: readonly Colleague[],
): Colleague[] {
  return colleagues.filter((colleague) => canTake(colleague, article, settings));
}

/** Whether an article can be given to this account: refused if it cannot take the next step. */
export function checkAssignee(
  assigneeId: Id | null,
  article: Assignable,
  settings: PermissionSettings,
  colleagues: readonly Colleague[],
): Decision {
  if (!assignableStates.includes(article.state))
    return decide([
      reason('nothing_awaited', 'No next step of this article is awaited.', 'assigneeId', {
        state: article.state,
      }),
    ]);
  if (assigneeId === null) return decide([]);
  const isOne = assigneesOf(article, settings, colleagues).some(({ id }) => id === assigneeId);
  return decide(
    isOne
      ? []
      : [
          reason(
            'cannot_take',
            'This person cannot take the next step: choose somebody else.',
            'assigneeId',
            { state: article.state },
          ),
        ],
  );
}
