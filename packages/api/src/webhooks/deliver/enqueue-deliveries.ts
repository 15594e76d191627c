import type { EditorialDatabase, Transaction } from '@viewpoints/db/client';
import { inTransaction } from '@viewpoints/db/client';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { findNextDue, listDueWebhooks } from '@viewpoints/db/editorial/webhooks';

/** Has what waits sent to webhooks. A job that waits already stands for all. */
export async function enqueueDeliveries(tx: Transaction): Promise<void> {
  await addJob(tx, 'deliver_webhooks', {}, { key: 'webhooks' });
}

/** The same where a webhook has something waiting and its time has come. */
export async function enqueueDueDeliveries(editorial: EditorialDatabase, now: Date): Promise<void> {
  if ((await listDueWebhooks(editorial, now)).length > 0)
    await inTransaction(editorial, enqueueDeliveries);
}

/** Enqueues the next attempt for the time at which the first webhook is due, but not before `earliest`. */
export async function enqueueNextDeliveries(
  editorial: EditorialDatabase,
  { now, earliest }: { now: Date; earliest: Date },
): Promise<void> {
  const due = await findNextDue(editorial, now);
  if (due === null) return;
  const runAt = due < earliest ? earliest : due;
  await inTransaction(editorial, (tx) =>
    addJob(tx, 'deliver_webhooks', {}, { runAt, key: 'webhooks_later' }),
  );
}
