import { randomBytes } from 'node:crypto';
import { createReturnPaths } from '@viewpoints/api/subscriptions/bounces/return-paths';
import { addSubscriber } from '@viewpoints/api/testing/add-subscriber';
import { buildBounce } from '@viewpoints/api/testing/build-bounce';
import { signWebhook } from '@viewpoints/api/testing/sign-webhook';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './testing/test-api.ts';

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const bounceAddress = 'bounces@mail.example';

let api: TestApi;
let closed: TestApi;
beforeAll(async () => {
  api = await startTestApi({ bounces: { address: bounceAddress, secret } });
  closed = await startTestApi({ on: api.db });
});
afterAll(async () => {
  await closed.close();
  await api.close();
});

type Signing = { by?: string; at?: Date; body?: string };
const call = (
  body: string,
  { by = secret, at = new Date(), body: signed = body }: Signing = {},
  [type, to]: [string, TestApi] = ['application/json', api],
) =>
  to.send('/bounces', {
    method: 'POST',
    headers: { 'content-type': type, ...signWebhook(by, { id: 'msg_1', at, body: signed }) },
    body,
  });
async function subscriber() {
  const { id } = await addSubscriber(api.db);
  return { id, to: createReturnPaths(api.db.secret, bounceAddress).addressFor(id, new Date()) };
}
const isThere = async (id: string) =>
  (await api.db.sql('select from subscriber where id = $1', [id])).length === 1;
const gone = (returnPath: string) => JSON.stringify({ returnPath, status: '5.1.1' });

describe('a mail provider that signs', () => {
  test('ends the subscription of a mailbox that is gone, however often it says so', async () => {
    const { id, to } = await subscriber();
    expect(await call(gone(to))).toMatchObject({ status: 200, body: { outcome: 'ended' } });
    expect(await isThere(id)).toBe(false);
    expect(await call(gone(to))).toMatchObject({ status: 200, body: { outcome: 'unknown' } });
    expect(api.logged.join()).not.toContain(to);
  });

  test('may pass on the message that was returned, of any bytes', async () => {
    const { id, to } = await subscriber();
    const message = buildBounce({ to });
    expect(await call(message, {}, ['message/rfc822', api])).toMatchObject({
      body: { outcome: 'ended' },
    });
    expect(await isThere(id)).toBe(false);
  });

  test('ends nobody by a return path that is not signed', async () => {
    const { id } = await subscriber();
    const forged = createReturnPaths('x'.repeat(40), bounceAddress).addressFor(id, new Date());
    for (const returnPath of [forged, bounceAddress, id])
      expect(await call(gone(returnPath))).toMatchObject({ body: { outcome: 'unsigned' } });
    expect(await isThere(id)).toBe(true);
  });

  test('is told what cannot be read', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      '{"returnPath":1}',
      '{"returnPath":"a","status":"5.1.1","x":1}',
    ])
      expect([body, (await call(body)).status]).toEqual([body, 400]);
    expect((await call(gone('x'.repeat(70_000)))).status).toBe(413);
    expect((await call('a=b', {}, ['application/x-www-form-urlencoded', api])).status).toBe(415);
  });
});

test('nobody who cannot sign ends a subscription: another key, another body, another time', async () => {
  const { id, to } = await subscriber();
  const minutes = (number: number) => new Date(Date.now() + number * 60_000);
  for (const signing of [
    { by: `whsec_${randomBytes(32).toString('base64')}` },
    { body: gone('other') },
    { at: minutes(-6) },
    { at: minutes(6) },
  ])
    expect((await call(gone(to), signing)).status).toBe(401);
  const headers = { 'content-type': 'application/json' };
  const bare = { method: 'POST', headers, body: gone(to) };
  expect((await api.send('/bounces', bare)).status).toBe(401);
  for (const signature of ['', 'v1', 'v1,', 'v2,x', 'v1,AAAA', ','.repeat(1_000)])
    expect(
      (
        await api.send('/bounces', {
          ...bare,
          headers: {
            ...{ ...headers, 'webhook-id': 'msg_1', 'webhook-signature': signature },
            'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
          },
        })
      ).status,
    ).toBe(401);
  expect(await isThere(id)).toBe(true);
});

test('there is no such address where no secret is set', async () => {
  const { to } = await subscriber();
  expect((await call(gone(to), {}, ['application/json', closed])).status).toBe(404);
});
