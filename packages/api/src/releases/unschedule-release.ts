import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { updateRelease } from '@viewpoints/db/editorial/releases';
import type { Release } from '@viewpoints/domain/releases/release';
import { step } from '../articles/lock-article.ts';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { lockExistingRelease } from './lock-release.ts';
import { lockReleaseArticles } from './lock-release-articles.ts';

/** Takes a release and its articles off the schedule; their approvals stay. */
export function unscheduleRelease(ctx: CommandContext, id: string): Promise<Release> {
  return runCommand(ctx, async (command) => {
    permit(command, 'release.unschedule');
    const locked = await lockExistingRelease(command, id);
    if (locked.publishAt === null || locked.releasedAt !== null) return locked;
    await unscheduleArticles(command, locked, {});
    const release = await updateRelease(command.tx, id, { publishAt: null });
    await record(command, 'release.unschedule', ['release', id]);
    return release;
  });
}

/** Takes those of its articles off the schedule that are still on it. */
export async function unscheduleArticles(
  command: Command,
  release: Release,
  details: { code?: string },
): Promise<void> {
  for (const article of await lockReleaseArticles(command, release)) {
    if (article.state !== 'scheduled') continue;
    const { to } = step(article, 'unschedule');
    await updateWorkflowColumns(command.tx, article, { state: to, publishAt: null });
    await record(command, 'article.unschedule', ['article', article.id], {
      ...{ releaseId: release.id, ...details },
    });
  }
}
