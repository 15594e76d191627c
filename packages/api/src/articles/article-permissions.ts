import type { Acting } from '@viewpoints/domain/accounts/account';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type ArticleEvent, articleTransition } from '@viewpoints/domain/articles/article-workflow';
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

/** What somebody may do with an article now: what their roles and its state say, both at once. */
export function articlePermissions(
  acting: Acting,
  article: Article,
  settings: { fourEyes: boolean },
): ArticlePermissions {
  const live = article.liveRevisionId !== null;
  const subject = articleSubject(article);
  const entries = events.map((event): [string, Decision] => {
    const permission = can(acting, `article.${event}`, subject, settings);
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
