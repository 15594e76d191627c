import { inTransaction, type Transaction } from '@viewpoints/db/client';
import { countEndings } from '@viewpoints/db/editorial/subscriber-counts';
import {
  deleteSubscriber,
  deleteSubscription,
  findSubscriber,
  findSubscriptionTo,
  listSubscriptions,
  lockSubscriber,
  updateCadence,
} from '@viewpoints/db/editorial/subscribers';
import { forgetRequests } from '@viewpoints/db/editorial/subscription-requests';
import { isNewsletter, subjectKey } from '@viewpoints/domain/subscriptions/subject';
import type { EndingCause } from '@viewpoints/domain/subscriptions/subscriber-counts';
import type {
  PreferenceChange,
  ShownPreferences,
} from '@viewpoints/domain/subscriptions/subscription';
import { listPublishedSubjects } from '@viewpoints/published/query/subjects';
import { momentOf } from '../moment.ts';
import { ProblemError } from '../problem.ts';
import { requireSubscriptions } from './require-subscriptions.ts';
import type { SubscriberKeys } from './subscriber-keys.ts';
import type { SubscriptionContext } from './subscription-context.ts';

function subscriberIdOf(keys: SubscriberKeys, token: string): string {
  const id = keys.subscriberOf(token);
  if (id === null) throw new ProblemError('link_expired');
  return id;
}

/** What a subscriber has: never their address, since messages are passed on. */
export async function showPreferences(
  { editorial, reader, keys }: SubscriptionContext,
  token: string,
): Promise<ShownPreferences> {
  const journal = await requireSubscriptions(editorial);
  const subscriberId = subscriberIdOf(keys, token);
  if ((await findSubscriber(editorial, subscriberId)) === null)
    throw new ProblemError('link_expired');
  const rows = await listSubscriptions(editorial, subscriberId);
  const subjects = await listPublishedSubjects(reader, {
    keys: rows.map(({ subject }) => subject),
    journal: journal.name,
  });
  return {
    subscriptions: rows.map(({ id, subject, cadence }) => {
      const found = subjects.get(subject);
      return {
        ...{ id, cadence: isNewsletter(subject) ? null : cadence },
        subject: found === undefined ? null : { name: found.name, path: found.path },
      };
    }),
  };
}

/** Changes what a subscriber has. Whoever has nothing left is forgotten at once. */
export async function changePreferences(
  { editorial, keys, now }: SubscriptionContext,
  { token, change }: { token: string; change: PreferenceChange },
): Promise<{ hasLeft: boolean }> {
  await requireSubscriptions(editorial);
  const subscriberId = subscriberIdOf(keys, token);
  const ending = { cause: 'left', at: await momentOf({ editorial, now }) } as const;
  return inTransaction(editorial, async (tx) => {
    if (!(await lockSubscriber(tx, subscriberId))) throw new ProblemError('link_expired');
    if (change.act === 'cadence') {
      await updateCadence(tx, { subscriberId, ...change });
      return { hasLeft: false };
    }
    if (change.act !== 'leave_all') {
      const id = await subscriptionIdOf(tx, subscriberId, change);
      // Another click on the link of a list that was left before.
      if (id === null) return { hasLeft: false };
      await countEndings(tx, { subscriberId, id, ...ending });
      if ((await deleteSubscription(tx, { subscriberId, id })) > 0) return { hasLeft: false };
    }
    await forgetSubscriber(tx, subscriberId, ending);
    return { hasLeft: true };
  });
}

/** The subscription that somebody leaves. */
async function subscriptionIdOf(
  tx: Transaction,
  subscriberId: string,
  change: Extract<PreferenceChange, { act: 'leave' | 'leave_newsletter' }>,
): Promise<string | null> {
  if (change.act === 'leave') return change.id;
  const subject = subjectKey.newsletter(change.language);
  return (await findSubscriptionTo(tx, { subscriberId, subject }))?.id ?? null;
}

/** Deletes a subscriber, the address, and that anything was asked of it. It is counted what ends. */
export async function forgetSubscriber(
  tx: Transaction,
  id: string,
  ending: { cause: EndingCause; at: Date },
): Promise<void> {
  const subscriber = await findSubscriber(tx, id);
  if (subscriber === null) return;
  await countEndings(tx, { subscriberId: id, ...ending });
  await forgetRequests(tx, subscriber.addressHash);
  await deleteSubscriber(tx, id);
}
