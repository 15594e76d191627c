import { type Lie, softAuthenticator } from '@viewpoints/api/testing/soft-authenticator';
import type { Account } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMember, postAuth, signInAs } from './testing/sign-in.ts';
import {
  type Answer,
  cookieOf,
  origin,
  problemIn,
  startTestApi,
  type TestApi,
} from './testing/test-api.ts';

let api: TestApi;
let at = new Date();
const honest = { origin, rpID: new URL(origin).hostname };
beforeAll(async () => {
  api = await startTestApi({ now: () => at });
});
afterAll(() => api.close());

const minute = 60_000;
const later = (milliseconds: number) => {
  at = new Date(at.getTime() + milliseconds);
};
// Tries of one test are past when the next begins.
beforeEach(() => later(6 * minute));

let made = 0;
type Device = ReturnType<typeof softAuthenticator>;

const call = (name: string, cookie: string, input: object = {}) =>
  api.mutate(`editor.account.passkeys.${name}`, input, { cookie });
const listOf = async (cookie: string) =>
  (await api.query('editor.account.passkeys.list', undefined, { cookie })).body.result.data;

/** Creates a new key on a device and sends it; the device may lie. */
async function add(cookie: string, device: Device, lie: Lie = {}) {
  const options = (await call('begin', cookie)).body.result.data;
  return call('add', cookie, { name: 'Phone', credential: device.create(options, lie) });
}
/** An account with a passkey, which is also signed in. */
async function addWithPasskey(): Promise<{ account: Account; cookie: string; device: Device }> {
  made += 1;
  const account = await addMember(api, `Holder-${made}`, 'editor');
  const cookie = await signInAs(api, account.email);
  const device = softAuthenticator(honest);
  expect((await add(cookie, device)).status).toBe(200);
  return { account, cookie, device };
}
/** An account without a passkey, signed in. */
async function signInNew(): Promise<string> {
  made += 1;
  return signInAs(api, (await addMember(api, `New-${made}`, 'editor')).email);
}
const options = async () => (await postAuth(api, 'passkey/options', {})).body;
const signIn = (credential: object) => postAuth(api, 'passkey/sign-in', { credential });
const isIn = async (cookie: string) =>
  (await api.query('editor.me', undefined, { cookie })).status === 200;

describe('a passkey', () => {
  test('signs its account in, and shows when it was used', async () => {
    const { account, device, cookie } = await addWithPasskey();
    later(minute);
    const answer = await signIn(device.get(await options()));
    expect(answer.status).toBe(200);
    const me = await api.query('editor.me', undefined, { cookie: cookieOf(answer) });
    expect(me.body.result.data.id).toBe(account.id);
    expect(await listOf(cookie)).toMatchObject([{ name: 'Phone', lastUsedAt: at.toISOString() }]);
  });

  test('needs no code, since its device verifies the user', async () => {
    const { account, device } = await addWithPasskey();
    await api.db.sql(
      `insert into second_factor (account_id, secret, confirmed_at) values ($1, $2, now())`,
      [account.id, `v1.${'a'.repeat(60)}`],
    );
    const answer = await signIn(device.get(await options()));
    expect(answer.status).toBe(200);
    expect(await isIn(cookieOf(answer))).toBe(true);
  });

  test.each<[string, Lie]>([
    ['did not check who holds it', { verified: false }],
    ['signed for another site', { origin: 'https://evil.example' }],
    ['signed for another host', { rpID: 'evil.example' }],
    ['signed what was never asked', { challenge: 'A'.repeat(43) }],
  ])('whose device %s signs nobody in', async (_, lie) => {
    const { device } = await addWithPasskey();
    const answer = await signIn(device.get(await options(), lie));
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ code: 'PASSKEY_REFUSED' });
    expect(cookieOf(answer)).not.toContain('session');
  });

  test.each<[string, Lie]>([
    ['did not check who holds it', { verified: false }],
    ['signed for another site', { origin: 'https://evil.example' }],
    ['signed what was never asked', { challenge: 'A'.repeat(43) }],
  ])('whose device %s is not added', async (_, lie) => {
    const cookie = await signInNew();
    const refused = await add(cookie, softAuthenticator(honest), lie);
    expect(problemIn(refused).reasons).toMatchObject([{ code: 'passkey_refused' }]);
    expect(await listOf(cookie)).toEqual([]);
  });

  test('of another account is not added a second time', async () => {
    const { device } = await addWithPasskey();
    const cookie = await signInNew();
    expect(problemIn(await add(cookie, device)).reasons[0]?.code).toBe('passkey_known');
  });

  test('is not added beyond twenty', async () => {
    const { account, cookie } = await addWithPasskey();
    await api.db.sql(
      `insert into passkey (id, account_id, name, credential_id, public_key, counter, created_at)
       select gen_random_uuid(), $1, 'Key', 'key-' || n || $2, 'x', 0, now() from generate_series(1, 19) n`,
      [account.id, String(made)],
    );
    const refused = await add(cookie, softAuthenticator(honest));
    expect(problemIn(refused).reasons).toMatchObject([{ code: 'too_many_passkeys' }]);
    expect(await listOf(cookie)).toHaveLength(20);
  });

  test('that was copied is refused once its counter goes back', async () => {
    const { device } = await addWithPasskey();
    expect((await signIn(device.get(await options(), { counter: 7 }))).status).toBe(200);
    expect((await signIn(device.get(await options(), { counter: 7 }))).status).toBe(401);
    expect((await signIn(device.get(await options(), { counter: 8 }))).status).toBe(200);
  });

  test('of a disabled account signs nobody in', async () => {
    const { account, device } = await addWithPasskey();
    await api.db.sql('update account set disabled_at = now() where id = $1', [account.id]);
    expect((await signIn(device.get(await options()))).status).toBe(403);
  });

  test('that is removed signs nobody in, and only its owner removes it', async () => {
    const [first, other] = [await addWithPasskey(), await addWithPasskey()];
    const [{ id }] = await listOf(first.cookie);
    expect((await call('remove', other.cookie, { id })).status).toBe(404);
    expect((await call('remove', first.cookie, { id })).status).toBe(200);
    expect((await signIn(first.device.get(await options()))).status).toBe(401);
  });
});

describe('a passkey given where an action needs it', () => {
  const confirm = (cookie: string, credential: object) =>
    api.mutate('editor.account.confirm', { credential }, { cookie });
  const codeOf = (answer: Answer) => problemIn(answer).reasons[0]?.code;

  test('takes the place of the password and of a code, once', async () => {
    const { account, cookie, device } = await addWithPasskey();
    await api.db.sql(
      `insert into second_factor (account_id, secret, confirmed_at) values ($1, $2, now())`,
      [account.id, `v1.${'a'.repeat(60)}`],
    );
    later(16 * minute);
    expect(problemIn(await call('begin', cookie)).code).toBe('authentication_required');
    const signed = device.get(await options());
    expect((await confirm(cookie, signed)).status).toBe(200);
    expect((await call('begin', cookie)).status).toBe(200);
    later(16 * minute);
    expect(codeOf(await confirm(cookie, signed))).toBe('wrong_passkey');
    expect(problemIn(await call('begin', cookie)).code).toBe('authentication_required');
  });

  test('has to belong to the account, be verified by its device and answer this challenge', async () => {
    const [own, other] = [await addWithPasskey(), await addWithPasskey()];
    later(16 * minute);
    const given = [
      other.device.get(await options()),
      own.device.get(await options(), { verified: false }),
      own.device.get(await options(), { challenge: 'A'.repeat(43) }),
      own.device.get(await options(), { origin: 'https://evil.example' }),
    ];
    for (const credential of given)
      expect(codeOf(await confirm(own.cookie, credential))).toBe('wrong_passkey');
    expect(problemIn(await call('begin', own.cookie)).code).toBe('authentication_required');
    // A refused passkey of another account is not used up: it still signs its owner in.
    expect((await signIn(given[0] ?? {})).status).toBe(200);
  });
});

describe('what a device is to sign', () => {
  test('is good once, also at the same moment', async () => {
    const { device } = await addWithPasskey();
    const signed = device.get(await options());
    const answers = await Promise.all([signIn(signed), signIn(signed)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await signIn(signed)).status).toBe(401);
  });

  test('is good for five minutes', async () => {
    const { device } = await addWithPasskey();
    const signed = device.get(await options());
    later(5 * minute);
    expect((await signIn(signed)).status).toBe(401);
  });

  test('to add a passkey signs nobody in, and that of one account adds none to another', async () => {
    const { device, cookie } = await addWithPasskey();
    const options = (await call('begin', cookie)).body.result.data;
    expect((await signIn(device.get(options))).status).toBe(401);
    const other = await signInNew();
    const credential = softAuthenticator(honest).create(options);
    const refused = await call('add', other, { name: 'Phone', credential });
    expect(problemIn(refused).reasons[0]?.code).toBe('passkey_refused');
  });

  test('names no account', async () => {
    await addWithPasskey();
    expect(Object.keys(await options()).sort()).toEqual([
      ...['challenge', 'rpId', 'timeout', 'userVerification'],
    ]);
  });
});

test('an admin who resets a second factor takes the passkeys as well', async () => {
  const admin = await signInAs(api, (await addMember(api, 'Resetting', 'admin')).email);
  const { account, device } = await addWithPasskey();
  const reset = { id: account.id };
  expect(
    (await api.mutate('editor.people.resetSecondFactor', reset, { cookie: admin })).status,
  ).toBe(200);
  expect((await signIn(device.get(await options()))).status).toBe(401);
});

test('its owner is notified by mail that a passkey was added', async () => {
  const { account } = await addWithPasskey();
  const rows = await api.db.sql<{ subject: string }>(
    'select subject from message where account_id = $1',
    [account.id],
  );
  expect(rows.map(({ subject }) => subject.split(':')[0])).toContain('A passkey was added');
});
