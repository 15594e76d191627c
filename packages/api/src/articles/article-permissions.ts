import type { Acting } from '@viewpoints/domain/accounts/account';
import type { Colleague } from '@viewpoints/domain/accounts/colleague';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type ArticleEvent, articleTransition } from '@viewpoints/domain/articles/article-workflow';
import {
  type ArticleWords,
  approvalOf,
  changesOf,
} from '@viewpoints/domain/articles/word-approval';
import { type Decision, decide } from '@viewpoints/domain/refusal';

const events = [
  'edit',
  'submit',
  'request_changes',
  'approve',
  'schedule',
  'unschedule',
  'publish',
  'correct',
  'retract',
  'archive',
  'restore',
] as const satisfies readonly ArticleEvent[];

export type ArticlePermissions = Record<`article.${(typeof events)[number]}`, Decision>;

/**
 * What somebody may do with an article now: what their roles, whose its words are and its state say,
 * all at once.
 */
export function articlePermissions(
  acting: Acting,
  article: Article,
  {
    words,
    colleagues,
    ...settings
  }: { fourEyes: boolean; words: ArticleWords; colleagues: readonly Colleague[] },
): ArticlePermissions {
  const live = article.liveRevisionId !== null;
  const subject = articleSubject(article);
  const permissionFor = (event: (typeof events)[number]): Decision => {
    if (event === 'approve') return approvalOf(acting, words, settings, colleagues);
    if (event === 'request_changes') return changesOf(acting, words, settings, colleagues);
    return can(acting, `article.${event}`, subject, settings);
  };
  const entries = events.map((event): [string, Decision] => {
    const permission = permissionFor(event);
    const transition = articleTransition(article.state, event, { live });
    return [
      `article.${event}`,
      decide([
        ...(permission.ok ? [] : permission.reasons),
        ...(transition.ok ? [] : transition.reasons),
      ]),
    ];
  });
  return Object.fromEntries(entries) as ArticlePermissions;
}
