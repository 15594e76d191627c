import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import type { Input, OneArticle } from './article-inputs.ts';
import { lockExistingArticle, step } from './lock-article.ts';
import { requireNoScheduledRelease } from './require-no-scheduled-release.ts';

/** Takes an article off the schedule; its approval stays. The job finds nothing due. */
export function unscheduleArticle(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.unschedule', articleSubject(locked));
    await requireNoScheduledRelease(command, id);
    const { to } = step(locked, 'unschedule');
    const article = await updateWorkflowColumns(command.tx, locked, { state: to, publishAt: null });
    await record(command, 'article.unschedule', ['article', id]);
    return article;
  });
}
