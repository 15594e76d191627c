import { inTransaction } from '@viewpoints/db/client';
import { newId } from '@viewpoints/db/editorial/new-id';
import {
  listSubscriptions,
  lockSubscriberOf,
  writeSubscription,
} from '@viewpoints/db/editorial/subscribers';
import {
  deleteSubscriptionRequests,
  findConfirmation,
  listSubscriptionRequests,
  useConfirmation,
} from '@viewpoints/db/editorial/subscription-requests';
import { Cadence, isNewsletter } from '@viewpoints/domain/subscriptions/subject';
import { maxSubjects, type ShownConfirmation } from '@viewpoints/domain/subscriptions/subscription';
import { listPublishedSubjects } from '@viewpoints/published/query/subjects';
import { secretHash } from '../accounts/secrets.ts';
import { momentOf } from '../moment.ts';
import { ProblemError } from '../problem.ts';
import { requireSubscriptions } from './require-subscriptions.ts';
import type { SubscriptionContext } from './subscription-context.ts';

/** What the link of a confirmation would confirm. Nothing changes by it. */
export async function showConfirmation(
  { editorial, reader, now }: SubscriptionContext,
  token: string,
): Promise<ShownConfirmation> {
  const journal = await requireSubscriptions(editorial);
  const tokenHash = secretHash(token);
  const at = await momentOf({ editorial, now });
  const addressHash = await findConfirmation(editorial, { tokenHash, now: at });
  if (addressHash === null) throw new ProblemError('link_expired');
  const requests = newestOfEach(
    await listSubscriptionRequests(editorial, { addressHash, limit: maxSubjects }),
  );
  const keys = requests.map(({ subject }) => subject);
  const subjects = await listPublishedSubjects(reader, { keys, journal: journal.name });
  return {
    subjects: requests.flatMap(({ id, subject, cadence }) => {
      const found = subjects.get(subject);
      if (found === undefined) return [];
      const { name, path } = found;
      const own = isNewsletter(subject) ? null : Cadence.parse(cadence);
      return [{ id, subject: { name, path }, cadence: own }];
    }),
  };
}

/** Of several requests for one subject, the last counts. */
function newestOfEach<Row extends { subject: string }>(newestFirst: readonly Row[]): Row[] {
  return [...new Map(newestFirst.toReversed().map((row) => [row.subject, row])).values()];
}

/**
 * Confirms the chosen requests of an address, once. The others are forgotten. Returns the token of the
 * subscriber's own links.
 * @throws that the link does not work, or that nothing was chosen
 */
export async function confirmSubscriptions(
  { editorial, keys, now }: SubscriptionContext,
  { token, ids }: { token: string; ids: readonly string[] },
): Promise<{ token: string }> {
  await requireSubscriptions(editorial);
  const at = await momentOf({ editorial, now });
  const subscriberId = await inTransaction(editorial, async (tx) => {
    const addressHash = await useConfirmation(tx, { tokenHash: secretHash(token), now: at });
    if (addressHash === null) throw new ProblemError('link_expired');
    const requests = await listSubscriptionRequests(tx, { addressHash, limit: maxSubjects });
    const chosen = newestOfEach(requests.filter(({ id }) => ids.includes(id)));
    const [first] = chosen;
    const address = first && keys.decrypt(first.id, first.address);
    if (first === undefined || address == null) throw new ProblemError('link_expired');
    const newSubscriber = newId();
    const { id } = await lockSubscriberOf(tx, {
      ...{ id: newSubscriber, addressHash, language: first.language },
      address: keys.encrypt(newSubscriber, address),
    });
    const had = await listSubscriptions(tx, id);
    const free = Math.max(0, maxSubjects - had.length);
    const isKnown = (subject: string) => had.some((each) => each.subject === subject);
    const added = chosen.filter(({ subject }) => !isKnown(subject)).slice(0, free);
    for (const request of chosen)
      if (isKnown(request.subject) || added.includes(request))
        await writeSubscription(tx, {
          ...{ subscriberId: id, subject: request.subject, since: at },
          cadence: Cadence.parse(request.cadence),
        });
    await deleteSubscriptionRequests(tx, addressHash);
    return id;
  });
  return { token: keys.tokenOf(subscriberId) };
}
