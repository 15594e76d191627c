import { newId } from '@viewpoints/db/editorial/new-id';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { createSubscriberKeys } from '../subscriptions/subscriber-keys.ts';

/** What a new subscriber of a test has; by default everything, at once, since ever. */
export type TestSubscription = { subject?: string; cadence?: string; since?: Date };

/** Adds somebody who gets e-mail, with the address given or one of their own. */
export async function addSubscriber(
  db: TestDatabase,
  wanted: readonly TestSubscription[] = [{}],
  given: { address?: string; language?: string } = {},
): Promise<{ id: string; address: string }> {
  const id = newId();
  const { address = `reader-${id}@mail.example`, language = 'en' } = given;
  const keys = createSubscriberKeys(db.secret);
  await db.editorial.subscriber.create({
    data: {
      ...{ id, language, addressHash: keys.addressHash(address) },
      address: keys.encrypt(id, address),
      subscriptions: {
        create: wanted.map(({ subject = 'everything', cadence = 'at_once', since }) => ({
          ...{ id: newId(), subject, cadence, since: since ?? new Date(0) },
        })),
      },
    },
  });
  return { id, address };
}
