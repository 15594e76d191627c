import { newId } from '@viewpoints/db/editorial/new-id';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { softBounceDays } from '@viewpoints/domain/subscriptions/bounce';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addSubscriber } from '../../testing/add-subscriber.ts';
import { type BuiltBounce, buildBounce } from '../../testing/build-bounce.ts';
import { sweepSubscriptionRequests } from '../sweep-requests.ts';
import { readBounce } from './read-bounce.ts';
import { createReturnPaths, type ReturnPaths } from './return-paths.ts';
import { namesReturnPath, settleBounce } from './settle-bounce.ts';

let db: TestDatabase;
let paths: ReturnPaths;
let now: Date;
beforeAll(async () => {
  db = await createTestDatabase();
  paths = createReturnPaths(db.secret, 'bounces@mail.example');
});
afterAll(() => db.drop());
beforeEach(async () => {
  now = new Date('2031-05-14T09:00:00.000Z');
  await db.sql('delete from subscriber');
  await db.sql('delete from subscription_ending');
});

const moveOn = (days: number) => {
  now = new Date(now.getTime() + days * 24 * 60 * 60 * 1000);
};
const bounce = (to: string, report: Omit<BuiltBounce, 'to'> = {}) =>
  settleBounce(
    { editorial: db.editorial, paths, now: () => now },
    readBounce(Buffer.from(buildBounce({ to, ...report })), null),
  );
const isThere = async (id: string) =>
  (await db.sql('select from subscriber where id = $1', [id])).length === 1;
const full = { status: '5.2.2', diagnostic: 'smtp; 552 5.2.2 mailbox full' };

describe('a bounce', () => {
  test('of a mailbox that is gone ends its subscription, once, and is counted', async () => {
    const [{ id }, other] = [await addSubscriber(db), await addSubscriber(db)];
    const to = paths.addressFor(id, now);
    moveOn(3);
    expect(await bounce(to)).toBe('ended');
    expect([await isThere(id), await isThere(other.id)]).toEqual([false, true]);
    expect(await bounce(to)).toBe('unknown');
    expect(await db.sql('select cause, count from subscription_ending')).toEqual([
      { cause: 'bounced', count: 1 },
    ]);
  });

  test('that may pass ends it once it has been so on five days', async () => {
    const { id } = await addSubscriber(db);
    for (let day = 1; day < softBounceDays; day += 1) {
      expect(await bounce(paths.addressFor(id, now), full)).toBe('counted');
      moveOn(1);
    }
    expect(await isThere(id)).toBe(true);
    expect(await bounce(paths.addressFor(id, now), full)).toBe('ended');
    expect(await isThere(id)).toBe(false);
    expect(await db.sql('select from subscriber_bounce')).toEqual([]);
  });

  test('that is sent again, or of several messages of a day, counts once', async () => {
    const { id } = await addSubscriber(db);
    const to = paths.addressFor(id, now);
    for (let time = 0; time < 20; time += 1) {
      expect(await bounce(to, full)).toBe('counted');
      if (time % 2 === 0) moveOn(0.5);
    }
    expect(await isThere(id)).toBe(true);
  });

  test('counts for five weeks, and is forgotten then', async () => {
    const { id } = await addSubscriber(db);
    for (let week = 0; week < 4; week += 1) {
      await bounce(paths.addressFor(id, now), full);
      moveOn(7);
    }
    moveOn(8);
    expect(await bounce(paths.addressFor(id, now), full)).toBe('counted');
    await sweepSubscriptionRequests(db.editorial, now);
    expect(await db.sql('select from subscriber_bounce')).toHaveLength(4);
    moveOn(40);
    await sweepSubscriptionRequests(db.editorial, now);
    expect(await db.sql('select from subscriber_bounce')).toEqual([]);
  });

  test('ends nothing where its return path is forged, old, or of somebody who left', async () => {
    const { id } = await addSubscriber(db);
    const forged = createReturnPaths(
      'another secret of forty characters or so',
      'bounces@x.example',
    );
    const unsigned = forged.addressFor(id, now);
    expect(await bounce(unsigned)).toBe('unsigned');
    const read = readBounce(Buffer.from(buildBounce({ to: unsigned })), null);
    expect(namesReturnPath(paths, read)).toBe(false);
    expect(await bounce('bounces@mail.example')).toBe('unsigned');
    expect(await bounce(paths.addressFor(newId(), now))).toBe('unknown');
    const old = paths.addressFor(id, now);
    moveOn(16);
    expect(await bounce(old)).toBe('expired');
    expect(await isThere(id)).toBe(true);
  });

  test('is for the one whom its envelope names, whatever else is quoted in it', async () => {
    const [one, other] = [await addSubscriber(db), await addSubscriber(db)];
    const quoted = buildBounce({ to: paths.addressFor(other.id, now) });
    const read = readBounce(Buffer.from(quoted), paths.addressFor(one.id, now));
    await settleBounce({ editorial: db.editorial, paths, now: () => now }, read);
    expect([await isThere(one.id), await isThere(other.id)]).toEqual([false, true]);
  });

  test('ends nothing where it waits, arrived, refused the sender, or is another message', async () => {
    const { id } = await addSubscriber(db);
    const to = paths.addressFor(id, now);
    expect(await bounce(to, { action: 'delayed', status: '4.4.1' })).toBe('harmless');
    expect(await bounce(to, { action: 'relayed', status: '2.0.0' })).toBe('harmless');
    expect(await bounce(to, { status: '5.7.1', diagnostic: 'smtp; 550 blocked' })).toBe('harmless');
    const answer = readBounce(Buffer.from(`To: ${to}\n\nI am away.`), null);
    const context = { editorial: db.editorial, paths, now: () => now };
    expect(await settleBounce(context, answer)).toBe('no_report');
    expect(await isThere(id)).toBe(true);
    expect(await db.sql('select from subscriber_bounce')).toEqual([]);
  });

  test('that comes twice at once ends it once', async () => {
    const { id } = await addSubscriber(db);
    const to = paths.addressFor(id, now);
    const outcomes = await Promise.all([bounce(to), bounce(to), bounce(to)]);
    expect(outcomes.sort()).toEqual(['ended', 'unknown', 'unknown']);
    expect(await db.sql('select count from subscription_ending')).toEqual([{ count: 1 }]);
  });
});
