import { inTransaction } from '@viewpoints/db/client';
import { takePendingAnnouncement } from '@viewpoints/db/editorial/pending-announcements';
import { announceArticle } from '@viewpoints/published/changes/announce';
import { momentOf } from '../moment.ts';
import { enqueueSyndication } from '../syndication/enqueue-syndication.ts';
import type { JobContext } from './job-context.ts';

/**
 * Notifies reading sites and external services that an embargo has ended. The worker that deletes
 * the pending announcement sends it, so that two workers with the same job send it once.
 */
export async function announceVisible(
  { editorial, now, instance }: JobContext,
  { articleId }: { articleId: string },
): Promise<void> {
  await inTransaction(editorial, async (tx) => {
    const at = await momentOf({ editorial: tx, now });
    if (!(await takePendingAnnouncement(tx, articleId, at))) return;
    await announceArticle(tx, articleId, at);
    await enqueueSyndication({ tx, externalServices: instance?.externalServices }, articleId);
  });
}
