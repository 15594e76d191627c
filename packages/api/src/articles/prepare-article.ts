import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkEmbargo, checkSchedule } from '@viewpoints/domain/articles/schedule';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import type { Input, PrepareArticle } from './article-inputs.ts';
import { lockExistingArticle, step } from './lock-article.ts';

/** Drafts a schedule for a publisher to carry out: it publishes nothing by itself. */
export function prepareArticle(
  ctx: CommandContext,
  { id, publishAt, embargoUntil, timeZone }: Input<typeof PrepareArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const locked = await lockExistingArticle(command, id);
    permit(command, 'article.prepare', articleSubject(locked));
    step(locked, 'prepare');
    const now = command.at.toISOString();
    allow(
      publishAt === null
        ? checkEmbargo(embargoUntil, now)
        : checkSchedule({ publishAt, embargoUntil }, now),
    );
    const article = await updateWorkflowColumns(command.tx, locked, {
      publishAt,
      embargoUntil,
      timeZone,
    });
    await record(command, 'article.prepare', ['article', id], {
      publishAt,
      embargoUntil,
      timeZone,
    });
    return article;
  });
}
