import { deleteExpiredProofs } from '@viewpoints/db/editorial/accounts';
import { listDueArticleIds } from '@viewpoints/db/editorial/articles';
import { deleteExpiredEmailChanges } from '@viewpoints/db/editorial/email-changes';
import { deleteExpiredFormerEmails } from '@viewpoints/db/editorial/former-emails';
import { listArticlesToThin } from '@viewpoints/db/editorial/history';
import { deleteKeyedCallsBefore } from '@viewpoints/db/editorial/keyed-calls';
import { deleteLinkChecksBefore } from '@viewpoints/db/editorial/link-checks';
import { findMediaFile } from '@viewpoints/db/editorial/media';
import { deleteMessagesBefore, endExpiredMessages } from '@viewpoints/db/editorial/messages';
import { deleteExpiredPasskeyChallenges } from '@viewpoints/db/editorial/passkeys';
import { listDueAnnouncements } from '@viewpoints/db/editorial/pending-announcements';
import { deleteExpiredAttempts } from '@viewpoints/db/editorial/rate-limits';
import { listDueReleaseIds } from '@viewpoints/db/editorial/releases';
import { deleteOldEndings } from '@viewpoints/db/editorial/subscriber-counts';
import { type DueTrash, isInTrash, listDueTrash } from '@viewpoints/db/editorial/trash';
import { deleteVisitsBefore } from '@viewpoints/db/editorial/visits';
import { deleteDeliveriesBefore } from '@viewpoints/db/editorial/webhook-deliveries';
import { endPreviousSecrets } from '@viewpoints/db/editorial/webhooks';
import { deliveryDays } from '@viewpoints/domain/webhooks/webhook';
import { thinArticleHistory } from '../history/thin-article-history.ts';
import { sweepUploads } from '../import/uploads/sweep-uploads.ts';
import { cleanOutbox } from '../mail/clean-outbox.ts';
import { momentOf } from '../moment.ts';
import { sweepNotifications } from '../notifications/send-notifications.ts';
import { endingsSince } from '../subscriptions/count-subscribers.ts';
import { sweepSubscriptionRequests } from '../subscriptions/sweep-requests.ts';
import { emptyDueItem } from '../trash/empty-item.ts';
import { enqueueDueDeliveries } from '../webhooks/deliver/enqueue-deliveries.ts';
import { compactCopy, listDueCopies } from '../working-copy/compact-copy.ts';
import { announceVisible } from './announce-visible.ts';
import type { JobContext } from './job-context.ts';
import { publishDue } from './publish-due.ts';
import { publishReleaseJob } from './publish-release-job.ts';

/** How long messages stay in the outbox. */
const messageRetention = 90 * 24 * 60 * 60 * 1000;

/** How long results of link checks are stored. */
const linkCheckRetention = 30 * 24 * 60 * 60 * 1000;

const day = 24 * 60 * 60 * 1000;

/** How many months of daily totals are stored: two years to compare, and the current month. */
const monthsOfVisits = 25;

/**
 * Publishes and announces what a lost job left undone, and removes what has expired. A failure for
 * one article or one thing in the trash does not stop the others.
 * @throws {AggregateError} once all was tried
 */
export async function sweep(context: JobContext): Promise<void> {
  const { editorial, instance } = context;
  const now = await momentOf(context);
  const hasRow = async (id: string) =>
    (await findMediaFile(editorial, id)) !== null || (await isInTrash(editorial, id));
  const errors = [
    ...(await tryEach(await listDueArticleIds(editorial, now), (articleId) =>
      publishDue(context, { articleId }),
    )),
    ...(await tryEach(await listDueReleaseIds(editorial, now), (releaseId) =>
      publishReleaseJob(context, { releaseId }),
    )),
    ...(await tryEach(await listDueAnnouncements(editorial, now), (articleId) =>
      announceVisible(context, { articleId }),
    )),
    ...(await tryEach(await listDueCopies(editorial, now), (articleId) =>
      compactCopy({ editorial, account: null, now: context.now }, articleId),
    )),
    ...(await tryEach(await listArticlesToThin(editorial, now), (articleId) =>
      thinArticleHistory({ editorial, account: null, now: context.now }, articleId),
    )),
    ...(await emptyDueTrash(context, now)),
    ...(await tryEach(
      [
        () => deleteExpiredProofs(editorial, now),
        () => deleteExpiredPasskeyChallenges(editorial, now),
        () => deleteExpiredEmailChanges(editorial, now),
        () => deleteExpiredFormerEmails(editorial, now),
        () => deleteExpiredAttempts(editorial, now),
        () => sweepSubscriptionRequests(editorial, now),
        () => deleteOldEndings(editorial, endingsSince(now)),
        () => deleteKeyedCallsBefore(editorial, new Date(now.getTime() - day)),
        () => endExpiredMessages(editorial, now),
        () => deleteLinkChecksBefore(editorial, new Date(now.getTime() - linkCheckRetention)),
        () => deleteMessagesBefore(editorial, new Date(now.getTime() - messageRetention)),
        () => sweepNotifications(context),
        () => enqueueDueDeliveries(editorial, now),
        () => endPreviousSecrets(editorial, now),
        () => sweepUploads(context, now),
        () => deleteDeliveriesBefore(editorial, new Date(now.getTime() - deliveryDays * day)),
        () => cleanOutbox(context),
        () => deleteVisitsBefore(editorial, monthsBefore(now, monthsOfVisits)),
        async () => instance?.media?.sweep(hasRow),
      ],
      (work: () => Promise<unknown>) => work(),
    )),
  ];
  if (errors.length > 0) throw new AggregateError(errors, 'Some of the sweep has failed.');
}

/** Deletes everything whose time in the trash has ended. Items that cannot be deleted block no others. */
async function emptyDueTrash(context: JobContext, now: Date): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (let after: DueTrash | null = null; ; ) {
    const due: DueTrash[] = await listDueTrash(context.editorial, { now, after });
    errors.push(...(await tryEach(due, ({ id }) => emptyDueItem(context, id))));
    after = due.at(-1) ?? null;
    if (after === null) return errors;
  }
}

/** Runs the same for each, one after another; returns the errors. */
async function tryEach<Each>(
  list: readonly Each[],
  work: (each: Each) => Promise<unknown>,
): Promise<unknown[]> {
  const errors: unknown[] = [];
  for (const each of list)
    await work(each).catch((error: unknown) => {
      errors.push(error);
    });
  return errors;
}

function monthsBefore(moment: Date, months: number): Date {
  return new Date(
    Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() - months, moment.getUTCDate()),
  );
}
