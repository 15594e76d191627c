import type { Transaction } from '@viewpoints/db/client';
import { listColleagues } from '@viewpoints/db/editorial/accounts';
import { getWords } from '@viewpoints/db/editorial/contributions';
import { addJob } from '@viewpoints/db/editorial/jobs';
import {
  insertNotifications,
  insertWebhookPaused,
  type NewNotification,
} from '@viewpoints/db/editorial/notifications';
import type { Article } from '@viewpoints/domain/articles/article';
import { assigneesOf } from '@viewpoints/domain/articles/assignment';
import type { Command } from '../command.ts';

/**
 * Notifies people of what a command did to articles, in its transaction: of several, each person once.
 * What is to be sent at once is sent by a job.
 */
export async function notify(
  { tx, by, at }: Command,
  notification: Omit<NewNotification, 'by' | 'at'>,
): Promise<void> {
  const notificationIds = await insertNotifications(tx, { ...notification, by, at });
  if (notificationIds.length > 0) await addJob(tx, 'send_notifications', { notificationIds });
}

/** Notifies everybody who runs the journal of a webhook that was paused, in the transaction that pauses it. */
export async function notifyPaused(
  tx: Transaction,
  webhook: { webhookId: string; at: Date },
): Promise<void> {
  const notificationIds = await insertWebhookPaused(tx, webhook);
  if (notificationIds.length > 0) await addJob(tx, 'send_notifications', { notificationIds });
}

/** Notifies the assignee of an article, or everybody who can take it. */
export async function notifyAwaited(
  command: Command,
  article: Article,
  assigneeId: string | null,
): Promise<void> {
  const { tx, fourEyes } = command;
  const everybody = async () => {
    const words = await getWords(tx, article);
    const assignable = { state: article.state, words };
    return assigneesOf(assignable, { fourEyes }, await listColleagues(tx)).map(({ id }) => id);
  };
  const to = assigneeId === null ? await everybody() : [assigneeId];
  await notify(command, { kind: 'awaits_you', articleIds: [article.id], to });
}
