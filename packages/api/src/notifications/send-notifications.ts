import { inTransaction, type Transaction } from '@viewpoints/db/client';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { insertMessage } from '@viewpoints/db/editorial/messages';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  deleteNotificationsBefore,
  insertOverdue,
  listDailyRecipients,
  type MailedNotifications,
  takeUnsent,
} from '@viewpoints/db/editorial/notifications';
import {
  dailyHour,
  daysKept,
  daysWorthSending,
} from '@viewpoints/domain/notifications/notification';
import type { JobContext } from '../jobs/job-context.ts';
import { momentOf } from '../moment.ts';
import { notificationMessage } from './notification-message.ts';

const day = 24 * 60 * 60 * 1000;

/** Sends what is to be sent at once: what one action made, each person in one e-mail. */
export async function sendNotifications(
  context: JobContext,
  { notificationIds }: { notificationIds: string[] },
): Promise<void> {
  await sendAtOnce(context, notificationIds);
}

async function sendAtOnce(context: JobContext, ids?: string[]): Promise<void> {
  const now = await momentOf(context);
  await send(context, (tx) =>
    takeUnsent(
      tx,
      {
        ...(ids ? { ids } : {}),
        delivery: 'at_once',
        since: worthSendingFrom(now),
        before: later(now),
      },
      now,
    ),
  );
}

/**
 * Notifies of what is overdue, sends what is due once a day and what a lost job left lying, and removes
 * what is old. All of it follows from what is stored, so that nothing is missed while no worker runs.
 */
export async function sweepNotifications(context: JobContext): Promise<void> {
  const { editorial } = context;
  const now = await momentOf(context);
  await inTransaction(editorial, (tx) => insertOverdue(tx, now));
  await sendAtOnce(context);
  const since = worthSendingFrom(now);
  for (const { id, before } of await listDailyRecipients(editorial, {
    since,
    now,
    hour: dailyHour,
  }))
    await send(context, (tx) =>
      takeUnsent(tx, { accountId: id, delivery: 'daily', since, before }, now),
    );
  await deleteNotificationsBefore(editorial, new Date(now.getTime() - daysKept * day));
}

const worthSendingFrom = (now: Date) => new Date(now.getTime() - daysWorthSending * day);
/** Includes notifications written at this very moment. */
const later = (now: Date) => new Date(now.getTime() + 1);

/** Takes notifications and enqueues an e-mail for each recipient, in one transaction. */
async function send(
  { editorial, now, instance }: JobContext,
  take: (tx: Transaction) => Promise<MailedNotifications[]>,
): Promise<void> {
  const adminUrl = instance?.adminUrl;
  if (adminUrl === undefined) return;
  await inTransaction(editorial, async (tx) => {
    const at = await momentOf({ editorial: tx, now });
    const { name: journal } = await getJournal(tx);
    for (const mailed of await take(tx)) {
      const id = newId();
      await insertMessage(tx, {
        ...{ id, kind: 'notification', accountId: mailed.accountId, at },
        ...notificationMessage(mailed, { adminUrl, journal }),
        expiresAt: new Date(at.getTime() + daysWorthSending * day),
      });
      await addJob(tx, 'send_message', { messageId: id });
    }
  });
}
