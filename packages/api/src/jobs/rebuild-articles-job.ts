import { runCommand } from '../command.ts';
import { type OnExposure, rebuildArticle } from '../publishing/rebuild-article.ts';
import type { JobContext } from './job-context.ts';
import { asSystem } from './system-account.ts';

/**
 * Rebuilds a batch of articles, each in a transaction of its own: no two of them are locked at once,
 * and a batch that is begun again after a crash does what is left to do.
 */
export async function rebuildArticlesJob(
  context: JobContext,
  { articleIds, onExposure }: { articleIds: string[]; onExposure: OnExposure },
): Promise<void> {
  for (const id of articleIds)
    await runCommand(asSystem(context), (command) => rebuildArticle(command, id, { onExposure }));
}
