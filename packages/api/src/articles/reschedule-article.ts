import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkSchedule } from '@viewpoints/domain/articles/schedule';
import { reason } from '@viewpoints/domain/refusal';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { ProblemError } from '../problem.ts';
import { requireNextVersion } from '../publishing/publish-next-version.ts';
import { scheduledChange } from '../publishing/scheduled-change.ts';
import type { Input, RescheduleArticle } from './article-inputs.ts';
import { lockForPublication, step } from './lock-article.ts';
import { requireNoScheduledRelease } from './require-no-scheduled-release.ts';

/**
 * Moves what is scheduled to another time to come, in one step: were it unscheduled first, it would
 * not go out at all where the new time is refused.
 */
export function rescheduleArticle(
  ctx: CommandContext,
  { id, movedFrom, ...times }: Input<typeof RescheduleArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const locked = await lockForPublication(command, id);
    permit(command, 'article.reschedule', articleSubject(locked));
    await requireNoScheduledRelease(command, id);
    step(locked, 'reschedule');
    const { publishAt, embargoUntil, timeZone } = times;
    if (locked.publishAt === publishAt && locked.embargoUntil === embargoUntil) return locked;
    if (locked.publishAt !== movedFrom)
      throw new ProblemError('stale', [
        reason(
          'schedule_moved',
          'Somebody else moved it in the meantime. Look at its new time first.',
          'publishAt',
          { publishAt: locked.publishAt },
        ),
      ]);
    allow(checkSchedule({ publishAt, embargoUntil }, at.toISOString()));
    await requireNextVersion(
      command,
      { ...locked, embargoUntil },
      { revisionId: locked.approvedRevisionId, publishAt },
      await scheduledChange(command, locked),
    );
    const article = await updateWorkflowColumns(tx, locked, times);
    const runAt = new Date(publishAt);
    await addJob(tx, 'publish_due', { articleId: id }, { runAt, key: `publish:${id}` });
    await record(command, 'article.reschedule', ['article', id], {
      ...{ movedFrom, publishAt, embargoUntil, timeZone },
    });
    return article;
  });
}
