import { newId } from '@viewpoints/db/editorial/new-id';
import { addActor, addIssue } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../jobs/sweep.ts';
import { addSubscriber } from '../testing/add-subscriber.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { publishNew } from '../testing/written-article.ts';
import { changePreferences } from './change-preferences.ts';
import { createSubscriberKeys } from './subscriber-keys.ts';

let desk: TestDesk;
let admin: Person;
let actor: { id: string; name: string };
let hidden: { id: string; name: string };
beforeAll(async () => {
  desk = await openTestDesk();
  admin = await desk.person('admin');
  const publisher = await desk.person('publisher');
  const author = await desk.person('contributor');
  [actor, hidden] = [await addActor(desk.db.editorial), await addActor(desk.db.editorial)];
  const issue = await addIssue(desk.db.editorial);
  await publishNew(desk.db.editorial, author, publisher, {
    holders: [{ actorId: actor.id, wording: null, basis: 'articles_own' }],
    issueIds: [issue.id],
  });
  await desk.db.sql(
    `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes, subscriptions)
     values (1, 'Harbour Review', 'Positions', 'en', 'UTC', '', true, true)
     on conflict (id) do update set subscriptions = true`,
  );
}, 60_000);
afterAll(() => desk.close());

const counts = () => admin.call.editor.settings.countSubscribers();
const ofKind = async (kind: string) =>
  (await counts()).kinds.find((each) => each.kind === kind)?.counts;
const subscribeMany = async (number: number, subject: string) => {
  const made = [];
  for (let index = 0; index < number; index += 1)
    made.push(await addSubscriber(desk.db, [{ subject, cadence: 'daily' }]));
  return made;
};

describe('what administrators see of subscribers', () => {
  test('is no count of fewer than five, and no subject that so few follow', async () => {
    const ofActor = await subscribeMany(4, `actor:${actor.id}`);
    expect((await counts()).subscribers).toBe(0);
    expect(await ofKind('actor')).toEqual({
      at_once: 0,
      daily: 0,
      weekly: 0,
      waiting: 0,
      ended: 0,
    });
    expect((await counts()).subjects).toEqual([]);
    ofActor.push(...(await subscribeMany(2, `actor:${actor.id}`)));
    expect((await counts()).subscribers).toBe(5);
    expect((await counts()).subjects).toEqual([
      expect.objectContaining({ name: actor.name, counts: expect.objectContaining({ daily: 5 }) }),
    ]);
  });

  test('names no subject that readers cannot see', async () => {
    await subscribeMany(5, `actor:${hidden.id}`);
    const shown = await counts();
    expect(JSON.stringify(shown)).not.toContain(hidden.name);
    expect(await ofKind('actor')).toMatchObject({ daily: 10 });
  });

  test('counts who waits by mailbox, until the time for that is over', async () => {
    const at = desk.clock.now;
    const request = (hash: string) =>
      desk.db.editorial.subscriptionRequest.create({
        data: {
          ...{ id: newId(), addressHash: hash.repeat(64), mailboxHash: hash.repeat(64) },
          ...{ address: 'v1.x', language: 'en', subject: 'everything', cadence: 'weekly', at },
        },
      });
    for (const hash of '0123456') for (const _ of [1, 2]) await request(hash);
    expect((await counts()).waiting).toBe(5);
    expect(await ofKind('everything')).toMatchObject({ waiting: 5 });
    desk.moveOn(49);
    expect((await counts()).waiting).toBe(0);
    desk.clock.now = at;
  });

  test('counts what ended for twelve months, by whose wish it was, and keeps nothing of whom', async () => {
    const keys = createSubscriberKeys(desk.db.secret);
    const { editorial, reader } = desk.db;
    const { instance } = admin.context;
    const context = { editorial, reader, keys, instance, now: () => desk.clock.now };
    for (let index = 0; index < 5; index += 1) {
      const { id } = await addSubscriber(desk.db, [
        { subject: 'everything', cadence: 'weekly' },
        { subject: `actor:${actor.id}`, cadence: 'daily' },
      ]);
      const token = keys.tokenOf(id);
      const [first] = await editorial.subscription.findMany({
        where: { subscriberId: id, subject: 'everything' },
      });
      await changePreferences(context, { token, change: { act: 'leave', id: first?.id ?? '' } });
      await changePreferences(context, { token, change: { act: 'leave_all' } });
    }
    expect(await ofKind('everything')).toMatchObject({ weekly: 0, ended: 5 });
    expect(await ofKind('actor')).toMatchObject({ ended: 5 });
    expect(await desk.db.sql('select month::text, cause, count from subscription_ending')).toEqual([
      { month: '2021-03-01', cause: 'left', count: 5 },
      { month: '2021-03-01', cause: 'left', count: 5 },
    ]);
    desk.clock.now = new Date('2022-02-28T09:00:00.000Z');
    expect(await ofKind('actor')).toMatchObject({ ended: 5 });
    desk.clock.now = new Date('2022-03-01T09:00:00.000Z');
    expect(await ofKind('actor')).toMatchObject({ ended: 0 });
    await sweep({ editorial, now: () => desk.clock.now, mail: admin.context.instance });
    expect(await desk.db.sql('select from subscription_ending')).toEqual([]);
  });

  test('is for administrators', async () => {
    const editor = await desk.person('editor', 'publisher');
    const { code } = await problemIn(editor.call.editor.settings.countSubscribers());
    expect(code).toBe('not_permitted');
  });
});
