import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import type { Input, OneArticle } from './article-inputs.ts';
import { lockExistingArticle, step } from './lock-article.ts';

/** Brings an archived article back as a draft. */
export function restoreArticle(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.restore', articleSubject(locked));
    const { to } = step(locked, 'restore');
    const article = await updateWorkflowColumns(command.tx, locked, { state: to, publishAt: null });
    await record(command, 'article.restore', ['article', id]);
    return article;
  });
}
