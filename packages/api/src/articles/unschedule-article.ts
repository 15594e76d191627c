import { updateStanding } from '@viewpoints/db/editorial/articles';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import type { Input, OneArticle } from './article-inputs.ts';
import { holdArticle, step } from './hold-article.ts';

/** Takes an article off the schedule; its approval stays. The job finds nothing due. */
export function unscheduleArticle(
  ctx: CommandContext,
  { id }: Input<typeof OneArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const held = await holdArticle(command, id);
    permit(command, 'article.unschedule', articleSubject(held));
    const { to } = step(held, 'unschedule');
    const article = await updateStanding(command.tx, held, { state: to, publishAt: null });
    await record(command, 'article.unschedule', ['article', id]);
    return article;
  });
}
