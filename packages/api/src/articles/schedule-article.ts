import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkSchedule } from '@viewpoints/domain/articles/schedule';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { requirePublishable } from '../publishing/publish-edition.ts';
import type { Input, ScheduleArticle } from './article-inputs.ts';
import { lockForPublication, step } from './lock-article.ts';
import { requireNoScheduledRelease } from './require-no-scheduled-release.ts';

/** Has the approved revision published at a time to come. */
export function scheduleArticle(
  ctx: CommandContext,
  { id, revisionId, publishAt, embargoUntil, timeZone }: Input<typeof ScheduleArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const locked = await lockForPublication(command, id);
    permit(command, 'article.schedule', articleSubject(locked));
    if (
      locked.state === 'scheduled' &&
      locked.publishAt === publishAt &&
      locked.embargoUntil === embargoUntil
    )
      return locked;
    await requireNoScheduledRelease(command, id);
    const { to } = step(locked, 'schedule');
    allow(checkSchedule({ publishAt, embargoUntil }, at.toISOString()));
    await requirePublishable(command, {
      ...{ article: { ...locked, embargoUntil }, revisionId, publishAt },
    });
    const article = await updateWorkflowColumns(tx, locked, {
      state: to,
      publishAt,
      embargoUntil,
      timeZone,
    });
    await addJob(
      tx,
      'publish_due',
      { articleId: id },
      {
        runAt: new Date(publishAt),
        key: `publish:${id}`,
      },
    );
    await record(command, 'article.schedule', ['article', id], {
      revisionId,
      publishAt,
      embargoUntil,
      timeZone,
    });
    return article;
  });
}
