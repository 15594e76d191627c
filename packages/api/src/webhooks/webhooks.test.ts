import { maxWebhooks, secretPrefix } from '@viewpoints/domain/webhooks/webhook';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encryptedReach } from '../outgoing/guarded-fetch.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';

let desk: TestDesk;
let admin: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  admin = await desk.person('admin');
});
beforeEach(() => desk.db.sql('delete from webhook'));
afterAll(() => desk.close());

const content = {
  ...{ name: 'Archive', url: 'https://receiver.example/hook?key=zqaddress' },
  ...{ kinds: ['finding' as const, 'article' as const], events: ['gone' as const] },
};
const calls = () => admin.call.editor.webhooks;

describe('an address', () => {
  test('is refused where nothing would be sent: without https, inside, at another port, with a password', async () => {
    expect(admin.context.instance.externalServices.webhooks).toBe(encryptedReach);
    for (const url of [
      ...[
        'http://receiver.example/',
        'https://127.0.0.1/',
        'https://[::1]/',
        'https://2130706433/',
      ],
      ...['https://10.0.0.8/', 'https://receiver.example:8443/', 'https://a:b@receiver.example/'],
    ]) {
      expect(await reasonsIn(calls().create({ ...content, url })), url).toEqual([
        'webhook_address',
      ]);
    }
    const { id } = await calls().create(content);
    const moved = { ...content, url: 'https://192.168.0.1/' };
    expect(await reasonsIn(calls().save({ id, seen: 1, content: moved }))).toEqual([
      'webhook_address',
    ]);
    expect((await problemIn(calls().create({ ...content, url: 'file:///etc/passwd' }))).code).toBe(
      'invalid_input',
    );
  });

  test('and secrets stand in no record, and secrets in no list and not as they are in the database', async () => {
    const { id, secret } = await calls().create(content);
    const { secret: next } = await calls().rotateSecret({ id, overlap: true });
    for (const each of [secret, next]) expect(each.startsWith(secretPrefix)).toBe(true);
    const records = JSON.stringify(
      await desk.db.sql('select * from audit_record where subject_id = $1', [id]),
    );
    const shown = JSON.stringify([await calls().list(), await calls().get({ id })]);
    const [row] = await desk.db.sql<{ row: string }>('select w::text as row from webhook w');
    expect(records).toContain('webhook.rotate_secret');
    expect(records).not.toContain('zqaddress');
    expect(shown).toContain('zqaddress');
    for (const each of [secret, next])
      for (const text of [records, shown, row?.row]) expect(text).not.toContain(each.slice(6, 20));
    expect(shown).not.toContain('v1.');
  });
});

describe('a webhook', () => {
  test('is changed over the save that was seen, and has kinds in the order of the table', async () => {
    const { id } = await calls().create(content);
    expect(await calls().get({ id })).toMatchObject({ save: 1, kinds: ['article', 'finding'] });
    const renamed = { ...content, name: 'Mirror' };
    await calls().save({ id, seen: 1, content: renamed });
    expect(await reasonsIn(calls().save({ id, seen: 1, content }))).toEqual(['stale']);
    await calls().save({ id, seen: 1, content: renamed });
    expect(await calls().list()).toMatchObject([{ name: 'Mirror', save: 2 }]);
    await calls().remove({ id });
    expect((await problemIn(calls().get({ id }))).code).toBe('not_found');
    for (const call of [calls().pause, calls().test, calls().remove])
      expect((await problemIn(call({ id }))).code).toBe('not_found');
  });

  test('is one of so many at most, also where two are made at once', async () => {
    for (let made = 1; made < maxWebhooks; made += 1) await calls().create(content);
    const results = await Promise.allSettled([calls().create(content), calls().create(content)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await reasonsIn(calls().create(content))).toEqual(['too_many_webhooks']);
    expect(await calls().list()).toHaveLength(maxWebhooks);
  });

  test('replays only what it was sent itself', async () => {
    const [one, other] = [await calls().create(content), await calls().create(content)];
    const { deliveryId } = await calls().test({ id: one.id });
    const replay = calls().replay({ id: other.id, what: { deliveryId } });
    expect((await problemIn(replay)).code).toBe('not_found');
  });

  test('is made shortly after giving a password, and paused at any time', async () => {
    const { id } = await calls().create(content);
    const late = await desk.person('admin');
    const session = late.context.account?.session ?? {};
    Object.defineProperty(session, 'authenticatedAt', { value: new Date(0) });
    const { webhooks } = late.call.editor;
    const needs = [
      () => webhooks.create(content),
      () => webhooks.save({ id, seen: 1, content }),
      () => webhooks.rotateSecret({ id, overlap: true }),
      () => webhooks.resume({ id, from: 'now' }),
      () => webhooks.replay({ id, what: { since: '2021-03-04T09:00:00.000Z' } }),
      () => webhooks.remove({ id }),
    ];
    for (const call of needs)
      expect((await problemIn(call())).code).toBe('authentication_required');
    await webhooks.pause({ id });
    await webhooks.test({ id });
    expect((await calls().get({ id })).paused).toMatchObject({ reason: 'by_hand' });
  });
});
