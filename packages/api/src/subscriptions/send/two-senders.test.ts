import { inTransaction } from '@viewpoints/db/client';
import { claimSubscribers, insertMailing, listMailings } from '@viewpoints/db/editorial/mailings';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSubscriber } from '../../testing/add-subscriber.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

test('a sender waits for another that claims, and then claims those after', async () => {
  for (let count = 0; count < 10; count += 1) await addSubscriber(db);
  const { editorial } = db;
  const now = new Date();
  await inTransaction(editorial, (tx) =>
    insertMailing(tx, { cadence: 'at_once', after: 0n, upto: 1n, createdAt: now }),
  );
  const [mailing] = await listMailings(editorial);
  if (mailing === undefined) throw new Error('there is no mailing');
  const claim = (meanwhile: () => Promise<void>) =>
    inTransaction(editorial, async (tx) => {
      const subjects = ['everything'];
      const claimed = await claimSubscribers(tx, mailing, { subjects, limit: 4, now });
      await meanwhile();
      return claimed.map(({ id }) => id);
    });
  const [hasClaimed, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = claim(() => {
    hasClaimed.resolve();
    return mayCommit.promise;
  });
  await hasClaimed.promise;
  const second = claim(async () => {});
  await waitForWaiting(db, 1);
  mayCommit.resolve();
  const claimed = (await Promise.all([first, second])).flat();
  expect(claimed).toHaveLength(8);
  expect(new Set(claimed).size).toBe(8);
});
