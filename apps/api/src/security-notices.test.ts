import { periodAt, totpCode } from '@viewpoints/api/second-factor/totp';
import type { Account } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember, password, postAuth, signInAs } from './testing/sign-in.ts';
import { cookieOf, startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let at = new Date();
beforeAll(async () => {
  api = await startTestApi({ now: () => at });
});
afterAll(() => api.close());

type Notice = { recipient: string; subject: string; text: string };
const noticesOf = async ({ id }: Account): Promise<Notice[]> => {
  await api.accounts.waitForBackground();
  return api.db.sql<Notice>(
    `select recipient, subject, text from message
     where kind = 'security_notice' and account_id = $1 order by created_at`,
    [id],
  );
};
const phone = 'Mozilla/5.0 (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0';

test('a sign-in in a browser that was not used before is reported; the first of all is not', async () => {
  const ines = await addMember(api, 'Ines', 'editor');
  const first = await signInAs(api, ines.email);
  expect(await noticesOf(ines)).toEqual([]);

  // The browser sends its device cookie.
  await postAuth(api, 'sign-in/email', { email: ines.email, password }, { cookie: first });
  expect(await noticesOf(ines)).toEqual([]);

  const wrong = { email: ines.email, password: 'not this one' };
  await postAuth(api, 'sign-in/email', wrong, { userAgent: phone });
  expect(await noticesOf(ines)).toEqual([]);

  await signInAs(api, ines.email, phone);
  const [notice, ...more] = await noticesOf(ines);
  expect(more).toEqual([]);
  expect(notice?.recipient).toBe(ines.email);
  expect(notice?.subject).toContain('New sign-in');
  expect(notice?.text).toContain('(Firefox on Android)');
  expect(notice?.text).not.toMatch(/https?:|145|127\.0\.0\.1/);
});

test('the device cookie of one account says nothing for another account', async () => {
  const [oda, pia] = [await addMember(api, 'Oda', 'editor'), await addMember(api, 'Pia', 'editor')];
  const odas = await signInAs(api, oda.email);
  await signInAs(api, pia.email);
  await postAuth(api, 'sign-in/email', { email: pia.email, password }, { cookie: odas });
  expect(await noticesOf(pia)).toHaveLength(1);
});

test('with a second factor it is reported after the code, and so are changes of the factor', async () => {
  const mia = await addMember(api, 'Mia', 'editor');
  const cookie = await signInAs(api, mia.email);
  const call = (name: string, input: object = {}) =>
    api.mutate(`editor.account.secondFactor.${name}`, input, { cookie });
  const { secret } = (await call('begin')).body.result.data;
  await call('turnOn', { code: totpCode(secret, periodAt(at)) });
  const [on] = await noticesOf(mia);
  expect(on?.subject).toContain('Your second factor is on');
  expect(on?.text).not.toContain(secret);
  const renewed = await call('renewRecoveryCodes');
  const [given = ''] = renewed.body.result.data.recoveryCodes;
  const [, codes] = await noticesOf(mia);
  expect(codes?.subject).toContain('New recovery codes');
  expect(codes?.text).not.toContain(given);
  at = new Date(at.getTime() + 60_000);
  const step = cookieOf(await postAuth(api, 'sign-in/email', { email: mia.email, password }));
  expect(await noticesOf(mia)).toHaveLength(2);
  const code = totpCode(secret, periodAt(at));
  await postAuth(api, 'second-factor', { code }, { cookie: step, userAgent: phone });
  expect((await noticesOf(mia)).map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Your second factor is on'),
    expect.stringContaining('New recovery codes'),
    expect.stringContaining('New sign-in'),
  ]);
  await call('turnOff');
  expect((await noticesOf(mia)).map(({ subject }) => subject)).toContainEqual(
    expect.stringContaining('Your second factor is off'),
  );
});
