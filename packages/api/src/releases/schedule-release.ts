import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { updateRelease } from '@viewpoints/db/editorial/releases';
import { writeScheduledVersion } from '@viewpoints/db/editorial/scheduled-versions';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkSchedule } from '@viewpoints/domain/articles/schedule';
import type { VersionChangeSet } from '@viewpoints/domain/articles/scheduled-version';
import { checkReleasable, type Release } from '@viewpoints/domain/releases/release';
import type { z } from 'zod';
import { step } from '../articles/lock-article.ts';
import { askEach, requireNoneRefused } from '../articles/refused-articles.ts';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { requireNextVersion } from '../publishing/publish-next-version.ts';
import { lockExistingRelease, RELEASE_TIMEOUT } from './lock-release.ts';
import { lockReleaseArticles } from './lock-release-articles.ts';
import { releaseChange, requireInRelease } from './release-changes.ts';
import type { ScheduleRelease } from './release-inputs.ts';

type Scheduled = z.output<typeof ScheduleRelease>;
type Times = Pick<Scheduled, 'publishAt' | 'timeZone'>;

/**
 * Has all articles of a release published at one time to come. Each must be approved and may have
 * nothing in its way now, notices of corrections included; what is edited afterwards falls out of the schedule, and the release is
 * then stopped as a whole.
 */
export function scheduleRelease(
  ctx: CommandContext,
  { id, changes, ...times }: Scheduled,
): Promise<Release> {
  return runCommand(
    ctx,
    async (command) => {
      permit(command, 'release.schedule');
      const { tx, at } = command;
      const locked = await lockExistingRelease(command, id);
      allow(checkReleasable(locked));
      requireInRelease(locked, changes);
      const { publishAt } = times;
      allow(checkSchedule({ publishAt, embargoUntil: null }, at.toISOString()));
      const articles = await lockReleaseArticles(command, locked);
      requireNoneRefused(
        command,
        await askEach(articles, async (article) => {
          const change = await releaseChange(command, article, changes);
          await scheduleInRelease(command, article, change, { releaseId: id, ...times });
        }),
      );
      const release = await updateRelease(tx, id, { ...times, stoppedAt: null });
      const runAt = new Date(publishAt);
      await addJob(tx, 'publish_release', { releaseId: id }, { runAt, key: `release:${id}` });
      await record(command, 'release.schedule', ['release', id], {
        ...{ ...times, articles: articles.length },
      });
      return release;
    },
    { timeout: RELEASE_TIMEOUT },
  );
}

async function scheduleInRelease(
  command: Command,
  article: Article,
  change: VersionChangeSet,
  { releaseId, publishAt, timeZone }: Times & { releaseId: string },
): Promise<void> {
  permit(command, 'article.schedule', articleSubject(article));
  const state = article.state === 'scheduled' ? article.state : step(article, 'schedule').to;
  const { approvedRevisionId: revisionId } = article;
  await requireNextVersion(command, article, { revisionId, publishAt }, change);
  await writeScheduledVersion(command.tx, article.id, change);
  await updateWorkflowColumns(command.tx, article, { state, publishAt, timeZone });
  await record(command, 'article.schedule', ['article', article.id], {
    ...{ releaseId, publishAt },
    ...(change.minor ? { minor: true } : {}),
    ...(change.corrections.length > 0 ? { corrections: change.corrections.length } : {}),
  });
}
