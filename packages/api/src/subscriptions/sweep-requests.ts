import { type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { deleteOldBounces } from '@viewpoints/db/editorial/subscriber-bounces';
import {
  deleteExpiredRequests,
  hasSubscriptionRequests,
} from '@viewpoints/db/editorial/subscription-requests';
import { confirmationHours } from '@viewpoints/domain/subscriptions/subscription';
import { bouncesUpTo } from './bounces/settle-bounce.ts';

const hour = 60 * 60 * 1000;

/** Forgets what nobody confirmed and bounces that count no more, and asks those whose mailbox had been asked that day already. */
export async function sweepSubscriptionRequests(
  editorial: EditorialDatabase,
  now: Date,
): Promise<void> {
  const before = new Date(now.getTime() - confirmationHours * hour);
  await deleteExpiredRequests(editorial, { now, before });
  await deleteOldBounces(editorial, bouncesUpTo(now));
  const { subscriptions } = await getJournal(editorial);
  if (subscriptions && (await hasSubscriptionRequests(editorial)))
    await inTransaction(editorial, (tx) =>
      addJob(tx, 'ask_subscribers', {}, { key: 'ask_subscribers' }),
    );
}
