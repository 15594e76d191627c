import { addJobs } from '@viewpoints/db/editorial/jobs';
import type { Command } from '../command.ts';
import { type OnExposure, rebuildArticle } from './rebuild-article.ts';

/** Articles that one transaction, or one job, rebuilds. */
export const REBUILD_BATCH = 50;

/**
 * Rebuilds articles so that readers see what their entries and sources are called now. A few are
 * rebuilt at once, in this transaction; the rest follow in jobs, each of a batch, so that what many
 * articles rest on can be changed in a moment whatever their number.
 */
export async function rebuildArticles(
  command: Command,
  articleIds: readonly string[],
  { onExposure = 'list' }: { onExposure?: OnExposure } = {},
): Promise<void> {
  if (articleIds.length <= REBUILD_BATCH) {
    for (const id of articleIds) await rebuildArticle(command, id, { onExposure });
    return;
  }
  const batches = Array.from({ length: Math.ceil(articleIds.length / REBUILD_BATCH) }, (_, index) =>
    articleIds.slice(index * REBUILD_BATCH, (index + 1) * REBUILD_BATCH),
  );
  await addJobs(
    command.tx,
    'rebuild_articles',
    batches.map((batch) => ({ articleIds: batch, onExposure })),
  );
}
