import type { Principal } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import type { Colleague } from '@viewpoints/domain/accounts/colleague';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type ArticleEvent, articleTransition } from '@viewpoints/domain/articles/article-workflow';
import { checkAssignee } from '@viewpoints/domain/articles/assignment';
import {
  type ArticleWords,
  approvalOf,
  changesOf,
} from '@viewpoints/domain/articles/word-approval';
import { type Decision, decide } from '@viewpoints/domain/refusal';

/** The action that each event of the workflow is, for roles and the audit record. */
const actionOf = {
  edit: 'article.edit',
  submit: 'article.submit',
  recall: 'article.recall',
  request_changes: 'article.request_changes',
  approve: 'article.approve',
  prepare: 'article.prepare',
  schedule: 'article.schedule',
  reschedule: 'article.reschedule',
  unschedule: 'article.unschedule',
  set_embargo: 'article.embargo',
  publish: 'article.publish',
  correct: 'article.correct',
  retract: 'article.retract',
  archive: 'article.archive',
  restore: 'article.restore',
} as const satisfies Record<ArticleEvent, Action>;

export type ArticlePermissions = Record<
  (typeof actionOf)[ArticleEvent] | 'article.assign',
  Decision
>;

/**
 * What an account may do with an article now, by its roles, the authors of the words and the state.
 */
export function articlePermissions(
  acting: Principal,
  article: Article,
  {
    words,
    colleagues,
    ...settings
  }: { fourEyes: boolean; words: ArticleWords; colleagues: readonly Colleague[] },
): ArticlePermissions {
  const live = article.liveRevisionId !== null;
  const subject = articleSubject(article);
  const permissionFor = (event: ArticleEvent): Decision => {
    if (event === 'approve') return approvalOf(acting, words, settings, colleagues);
    if (event === 'request_changes') return changesOf(acting, words, settings, colleagues);
    return can(acting, actionOf[event], subject, settings);
  };
  const entries = (Object.keys(actionOf) as ArticleEvent[]).map((event): [string, Decision] => {
    const permission = permissionFor(event);
    const transition = articleTransition(article.state, event, { live, kind: article.kind });
    return [
      actionOf[event],
      decide([
        ...(permission.ok ? [] : permission.reasons),
        ...(transition.ok ? [] : transition.reasons),
      ]),
    ];
  });
  const assigning = can(acting, 'article.assign', subject, settings);
  const awaited = checkAssignee(null, { state: article.state, words }, settings, colleagues);
  return {
    ...(Object.fromEntries(entries) as ArticlePermissions),
    'article.assign': assigning.ok ? awaited : assigning,
  };
}
