import { deleteExpiredProofs } from '@viewpoints/db/editorial/accounts';
import { listDueArticleIds } from '@viewpoints/db/editorial/articles';
import { findMediaFile } from '@viewpoints/db/editorial/media';
import { deleteMessagesBefore } from '@viewpoints/db/editorial/messages';
import { deleteVisitsBefore } from '@viewpoints/db/editorial/visits';
import { sweepMedia } from '../media/media-files.ts';
import { momentOf } from '../moment.ts';
import { publishDue } from './publish-due.ts';
import type { JobContext } from './tasks.ts';

/** How long messages stay in the outbox. */
const messagesKept = 90 * 24 * 60 * 60 * 1000;

/** How many months of daily totals are kept: two years to compare, and the month under way. */
const monthsOfVisits = 25;

/** Publishes what a lost job left lying, and removes what has run out. */
export async function sweep(context: JobContext): Promise<void> {
  const { editorial } = context;
  const now = await momentOf(context);
  for (const articleId of await listDueArticleIds(editorial, now))
    await publishDue(context, { articleId });
  await deleteExpiredProofs(editorial, now);
  await deleteMessagesBefore(editorial, new Date(now.getTime() - messagesKept));
  await deleteVisitsBefore(editorial, monthsBefore(now, monthsOfVisits));
  const mediaDirectory = context.instance?.mediaDirectory;
  if (mediaDirectory !== undefined)
    await sweepMedia(mediaDirectory, async (id) => (await findMediaFile(editorial, id)) !== null);
}

function monthsBefore(moment: Date, months: number): Date {
  return new Date(
    Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() - months, moment.getUTCDate()),
  );
}
