import { inTransaction } from '@viewpoints/db/client';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertSubscriptionRequest } from '@viewpoints/db/editorial/subscription-requests';
import type { SubscriptionRequest } from '@viewpoints/domain/subscriptions/subscription';
import { findPublishedSubject } from '@viewpoints/published/query/subjects';
import { momentOf } from '../moment.ts';
import { notFound } from '../problem.ts';
import { requireSubscriptions } from './require-subscriptions.ts';
import type { SubscriptionContext } from './subscription-context.ts';

/**
 * Takes a request. It reads nothing of its address: one row and one job are added, whatever is known of
 * it, so neither the answer nor its time tells whether somebody subscribes here.
 * @throws that there is no such page, or that nobody can subscribe
 */
export async function requestSubscription(
  { editorial, reader, keys, now }: SubscriptionContext,
  { subject: page, address, cadence, language }: SubscriptionRequest,
): Promise<void> {
  await requireSubscriptions(editorial);
  const subject = await findPublishedSubject(reader, page);
  if (subject === null) throw notFound('subject');
  const at = await momentOf({ editorial, now });
  const id = newId();
  await inTransaction(editorial, async (tx) => {
    await insertSubscriptionRequest(tx, {
      ...{ id, subject, language, at },
      // An editor decides when a newsletter comes; corrections of what was in it come at once.
      cadence: page.kind === 'newsletter' ? 'at_once' : cadence,
      addressHash: keys.addressHash(address),
      mailboxHash: keys.mailboxHash(address),
      address: keys.encrypt(id, address),
    });
    await addJob(tx, 'ask_subscribers', {}, { key: 'ask_subscribers' });
  });
}
