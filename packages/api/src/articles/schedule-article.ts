import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { addJob } from '@viewpoints/db/editorial/jobs';
import {
  findScheduledVersion,
  writeScheduledVersion,
} from '@viewpoints/db/editorial/scheduled-versions';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkSchedule } from '@viewpoints/domain/articles/schedule';
import type { VersionChange } from '@viewpoints/domain/articles/scheduled-version';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { requireNextVersion } from '../publishing/publish-next-version.ts';
import type { Input, ScheduleArticle } from './article-inputs.ts';
import { lockForPublication, step } from './lock-article.ts';
import { requireNoScheduledRelease } from './require-no-scheduled-release.ts';

/**
 * Schedules the approved revision, as a minor change or with correction notices if chosen. The
 * rules of publishing are checked now and again at its time.
 */
export function scheduleArticle(
  ctx: CommandContext,
  { id, revisionId, publishAt, embargoUntil, timeZone, ...change }: Input<typeof ScheduleArticle>,
): Promise<Article> {
  return runCommand(ctx, async (command) => {
    const { tx, at } = command;
    const locked = await lockForPublication(command, id);
    permit(command, 'article.schedule', articleSubject(locked));
    if (
      locked.state === 'scheduled' &&
      locked.publishAt === publishAt &&
      locked.embargoUntil === embargoUntil &&
      (await isSameChange(command, id, change))
    )
      return locked;
    await requireNoScheduledRelease(command, id);
    const { to } = step(locked, 'schedule');
    if (change.corrections.length > 0) {
      permit(command, 'article.correct', articleSubject(locked));
      step(locked, 'correct');
    }
    allow(checkSchedule({ publishAt, embargoUntil }, at.toISOString()));
    const set = { ...change, by: command.acting.id, setAt: at.toISOString() };
    await requireNextVersion(command, { ...locked, embargoUntil }, { revisionId, publishAt }, set);
    await writeScheduledVersion(tx, id, set);
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
      ...(change.minor ? { minor: true } : {}),
      ...(change.corrections.length > 0 ? { corrections: change.corrections.length } : {}),
    });
    return article;
  });
}

async function isSameChange(
  { tx }: Command,
  id: string,
  { minor, corrections }: VersionChange,
): Promise<boolean> {
  const scheduled = (await findScheduledVersion(tx, id)) ?? { minor: false, corrections: [] };
  const [was, is] = [scheduled, { minor, corrections }].map((each) =>
    stableJson({ minor: each.minor, corrections: each.corrections }),
  );
  return was === is;
}
