import { listColleagues } from '@viewpoints/db/editorial/accounts';
import type { Colleague } from '@viewpoints/domain/accounts/colleague';
import {
  articleSubject,
  can,
  type PermissionSettings,
} from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkMentions } from '@viewpoints/domain/comments/comment';
import { allow, type Command } from '../command.ts';
import { notify } from '../notifications/notify.ts';

/** Those of the desk who can see an article, and so its comments. */
export const seeing = (
  article: Pick<Article, 'createdBy'>,
  colleagues: readonly Colleague[],
  settings: PermissionSettings,
): Colleague[] =>
  colleagues.filter((each) => can(each, 'article.view', articleSubject(article), settings).ok);

/**
 * Notifies the accounts that a comment mentions; ends the command if one of them cannot see the article.
 * @param before those who were notified of it already
 */
export async function notifyMentioned(
  command: Command,
  article: Article,
  mentions: readonly string[],
  before: readonly string[] = [],
): Promise<void> {
  const added = mentions.filter((id) => !before.includes(id));
  if (added.length === 0) return;
  const colleagues = await listColleagues(command.tx);
  allow(checkMentions(added, seeing(article, colleagues, command)));
  await notify(command, { kind: 'mentioned', articleIds: [article.id], to: added });
}
