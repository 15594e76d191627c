import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { findLatestRevisionId } from '@viewpoints/db/editorial/revisions';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import type { Input, OneArticle } from './article-inputs.ts';
import { passOn } from './assign-article.ts';
import { lockExistingArticle, step } from './lock-article.ts';

/**
 * Recalls a submission before a decision on it: the article is a draft again. It takes no save that
 * the caller saw, since no work is lost by it.
 */
export function recallArticle(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx } = command;
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.recall', articleSubject(locked));
    const { to } = step(locked, 'recall');
    const article = await updateWorkflowColumns(tx, locked, { state: to });
    await passOn(command, id, { assigneeId: command.acting.id });
    await record(command, 'article.recall', ['article', id], {
      revisionId: await findLatestRevisionId(tx, id),
    });
    return article;
  });
}
