import { periodAt, totpCode } from '@viewpoints/api/second-factor/totp';
import type { Account } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMember, password, postAuth, signInAs } from './testing/sign-in.ts';
import {
  type Answer,
  cookieOf,
  problemIn,
  startTestApi,
  type TestApi,
} from './testing/test-api.ts';

let api: TestApi;
let at = new Date();
let admin: string;
beforeAll(async () => {
  api = await startTestApi({ now: () => at });
  admin = (await addMember(api, 'Olive', 'admin')).email;
});
afterAll(() => api.close());

const minute = 60_000;
const later = (milliseconds: number) => {
  at = new Date(at.getTime() + milliseconds);
};
// Codes and attempts of one test have expired when the next begins.
beforeEach(() => later(6 * minute));

let made = 0;

/** An account whose app is set up, with its secrets. */
async function addWithApp(): Promise<{
  account: Account;
  cookie: string;
  secret: string;
  recoveryCodes: string[];
}> {
  made += 1;
  const account = await addMember(api, `Person-${made}`, 'editor');
  const cookie = await signInAs(api, account.email);
  const begun = await api.mutate('editor.account.secondFactor.begin', {}, { cookie });
  const { secret } = begun.body.result.data;
  const code = codeOf(secret);
  const on = await api.mutate('editor.account.secondFactor.turnOn', { code }, { cookie });
  later(minute);
  return { account, cookie, secret, recoveryCodes: on.body.result.data.recoveryCodes };
}

const codeOf = (secret: string) => totpCode(secret, periodAt(at));
const giveCode = (code: string, cookie: string) =>
  postAuth(api, 'second-factor', { code }, { cookie });
/** The first step of signing in, which gives a browser what it needs for the second. */
async function givePassword({ email }: Account): Promise<{ answer: Answer; cookie: string }> {
  const answer = await postAuth(api, 'sign-in/email', { email, password });
  return { answer, cookie: cookieOf(answer) };
}
const isIn = async (cookie: string) =>
  (await api.query('editor.me', undefined, { cookie })).status === 200;
const sessionsOf = ({ id }: Account) =>
  api.db.sql('select 1 from session where account_id = $1', [id]);
const call = (name: string, cookie: string, input: object = {}) =>
  api.mutate(`editor.account.secondFactor.${name}`, input, { cookie });

describe('an app for codes', () => {
  test('is not required until a code of it was given', async () => {
    const account = await addMember(api, 'Begun', 'editor');
    const cookie = await signInAs(api, account.email);
    const { secret, uri } = (await call('begin', cookie)).body.result.data;
    expect(uri).toContain(`secret=${secret}`);
    const wrong = codeOf(secret) === '000000' ? '000001' : '000000';
    const refused = await call('turnOn', cookie, { code: wrong });
    expect(problemIn(refused).reasons).toMatchObject([{ code: 'wrong_code', at: 'code' }]);
    await signInAs(api, account.email);
    const again = (await call('begin', cookie)).body.result.data;
    expect(again.secret).not.toBe(secret);
    expect((await call('turnOn', cookie, { code: codeOf(secret) })).status).toBe(422);

    const spaced = codeOf(again.secret).replace(/^.../, '$& ');
    const on = await call('turnOn', cookie, { code: spaced });
    expect(on.body.result.data.recoveryCodes).toHaveLength(10);
    const own = await api.query('editor.account.get', undefined, { cookie });
    expect(own.body.result.data.secondFactor).toEqual({
      ...{ since: at.toISOString(), recoveryCodesLeft: 10 },
    });
    expect(problemIn(await call('begin', cookie)).reasons[0]?.code).toBe('second_factor_on');
    const twice = await call('turnOn', cookie, { code: codeOf(again.secret) });
    expect(problemIn(twice).reasons[0]?.code).toBe('no_pending_factor');
  });

  test('and its codes are in no table, record or log as they are', async () => {
    const { account, secret, recoveryCodes } = await addWithApp();
    const { cookie } = await givePassword(account);
    const code = codeOf(secret);
    await giveCode(code, cookie);
    const second = await givePassword(account);
    await giveCode(recoveryCodes[0] ?? '', second.cookie);
    const token = /second_factor=([\w-]{43})/.exec(second.cookie)?.[1] ?? '';
    expect(token).not.toBe('');

    const tables = await api.db.sql<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) => api.db.sql(`select t::text as row from "${name}" t`)),
    );
    const everything = JSON.stringify(rows) + api.logged.join('\n');
    expect(everything).toContain(account.id);
    for (const one of [secret, ...recoveryCodes, token]) expect(everything).not.toContain(one);
    for (const one of recoveryCodes) expect(everything).not.toContain(one.replaceAll('-', ''));
    expect(api.logged.join('\n')).not.toContain(`"${code}"`);
    const records = await api.db.sql('select * from audit_record where subject_id = $1', [
      account.id,
    ]);
    expect(JSON.stringify(records)).not.toContain(code);
  });
});

describe('signing in with a second factor', () => {
  test('takes a code as well as the password, and there is no session before', async () => {
    const { account, secret } = await addWithApp();
    const before = await sessionsOf(account);
    const signIns = () =>
      api.db.sql(`select 1 from audit_record where action = 'account.sign_in' and by_id = $1`, [
        account.id,
      ]);
    const recorded = await signIns();
    const { answer, cookie } = await givePassword(account);
    expect([answer.status, answer.body]).toEqual([200, { secondFactor: true }]);
    expect(answer.headers.getSetCookie().join()).toMatch(
      /^viewpoints\.second_factor=[\w-]{43}; Path=\/auth; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
    expect(await isIn(cookie)).toBe(false);
    expect(await sessionsOf(account)).toEqual(before);
    expect(await signIns()).toEqual(recorded);

    const done = await giveCode(codeOf(secret), cookie);
    expect([done.status, done.body]).toEqual([200, { by: 'app' }]);
    expect(await isIn(cookieOf(done))).toBe(true);
    expect(await signIns()).toHaveLength(recorded.length + 1);
    expect(cookieOf(done)).toMatch(/viewpoints\.device=/);
  });

  test('changes nothing for an account without one', async () => {
    const account = await addMember(api, 'Plain', 'editor');
    const { answer, cookie } = await givePassword(account);
    expect(answer.body.secondFactor).toBeUndefined();
    expect(await isIn(cookie)).toBe(true);
  });

  test('with a wrong password says the same as without one', async () => {
    const { account } = await addWithApp();
    const answer = await postAuth(api, 'sign-in/email', {
      email: account.email,
      password: 'not this one',
    });
    expect([answer.status, answer.body.code]).toEqual([401, 'INVALID_EMAIL_OR_PASSWORD']);
    expect(cookieOf(answer)).not.toContain('second_factor');
  });

  test('accepts no code twice, be it at the same moment', async () => {
    const { account, secret } = await addWithApp();
    const [one, other] = [await givePassword(account), await givePassword(account)];
    const code = codeOf(secret);
    const answers = await Promise.all([giveCode(code, one.cookie), giveCode(code, other.cookie)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    const again = await givePassword(account);
    expect((await giveCode(code, again.cookie)).body.code).toBe('WRONG_CODE');
  });

  test('accepts each recovery code once, however it is typed, and counts what is left', async () => {
    const { account, cookie, recoveryCodes } = await addWithApp();
    const [first = '', second = ''] = recoveryCodes;
    expect(first).toMatch(/^[a-z2-7]{4}(?:-[a-z2-7]{4}){3}$/);
    const typed = ` ${first.toUpperCase().replaceAll('-', ' ')} `;
    const steps = await Promise.all([givePassword(account), givePassword(account)]);
    const answers = await Promise.all(steps.map((step) => giveCode(typed, step.cookie)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    expect(answers.find(({ status }) => status === 200)?.body).toEqual({ by: 'recovery_code' });
    const own = await api.query('editor.account.get', undefined, { cookie });
    expect(own.body.result.data.secondFactor.recoveryCodesLeft).toBe(9);

    const renewed = await call('renewRecoveryCodes', cookie);
    const { cookie: next } = await givePassword(account);
    expect((await giveCode(second, next)).status).toBe(401);
    expect((await giveCode(renewed.body.result.data.recoveryCodes[0], next)).status).toBe(200);
  });

  test('does not take a recovery code or a code of another account', async () => {
    const [one, other] = [await addWithApp(), await addWithApp()];
    const { cookie } = await givePassword(one.account);
    expect((await giveCode(other.recoveryCodes[0] ?? '', cookie)).status).toBe(401);
    expect((await giveCode(codeOf(other.secret), cookie)).status).toBe(401);
    expect((await giveCode(codeOf(one.secret), cookie)).status).toBe(200);
  });

  test('needs the browser that gave the password, once, and before a new password is set', async () => {
    const { account, secret, recoveryCodes } = await addWithApp();
    expect((await giveCode(codeOf(secret), '')).body.code).toBe('SIGN_IN_AGAIN');
    const invented = `viewpoints.second_factor=${'A'.repeat(43)}`;
    expect((await giveCode(codeOf(secret), invented)).body.code).toBe('SIGN_IN_AGAIN');
    const { cookie } = await givePassword(account);
    expect((await giveCode(codeOf(secret), cookie)).status).toBe(200);
    expect((await giveCode(recoveryCodes[0] ?? '', cookie)).body.code).toBe('SIGN_IN_AGAIN');

    const { cookie: waiting } = await givePassword(account);
    await api.db.sql(`update credential set password = 'another' where account_id = $1`, [
      account.id,
    ]);
    expect((await giveCode(recoveryCodes[1] ?? '', waiting)).body.code).toBe('SIGN_IN_AGAIN');
  });

  test('is refused for a disabled account, also between the steps', async () => {
    const { account, secret } = await addWithApp();
    const { cookie } = await givePassword(account);
    await api.db.sql('update account set disabled_at = now() where id = $1', [account.id]);
    const answer = await giveCode(codeOf(secret), cookie);
    expect(answer.status).toBe(403);
    expect(await sessionsOf(account)).toHaveLength(1);
  });

  test('cannot be guessed: codes are counted by account, over all browsers', async () => {
    const { account, secret } = await addWithApp();
    for (let count = 0; count < 10; count += 1) {
      const { cookie } = await givePassword(account);
      expect((await giveCode('no such code', cookie)).status).toBe(401);
    }
    // Their network may try again sooner than that.
    later(20_000);
    const { cookie } = await givePassword(account);
    expect((await giveCode(codeOf(secret), cookie)).status).toBe(429);
    later(16 * minute);
    expect((await giveCode(codeOf(secret), cookie)).status).toBe(200);
  });
});

describe('a second factor that is on', () => {
  test('is what confirms who acts, in place of the password', async () => {
    const { cookie, secret } = await addWithApp();
    later(20 * minute);
    expect(problemIn(await call('turnOff', cookie))).toMatchObject({
      code: 'authentication_required',
      reasons: [{ details: { by: 'code' } }],
    });
    const confirm = (given: object) => api.mutate('editor.account.confirm', given, { cookie });
    expect(problemIn(await confirm({ password })).reasons[0]?.code).toBe('code_required');
    expect(problemIn(await confirm({ code: '00' })).reasons[0]?.code).toBe('wrong_code');
    expect((await confirm({ code: codeOf(secret) })).status).toBe(200);
    expect((await call('turnOff', cookie)).status).toBe(200);
    expect((await confirm({ code: codeOf(secret) })).status).toBe(422);
    expect((await confirm({ password })).status).toBe(200);
  });

  test('is not made fresh by a new password', async () => {
    const { account, cookie } = await addWithApp();
    later(20 * minute);
    const newPassword = 'another long enough one';
    const answer = await postAuth(
      api,
      'change-password',
      { currentPassword: password, newPassword, revokeOtherSessions: true },
      { cookie },
    );
    expect(answer.status).toBe(200);
    const next = cookieOf(answer);
    expect(await isIn(next)).toBe(true);
    expect((await call('turnOff', next)).status).toBe(403);
    expect(await sessionsOf(account)).toHaveLength(1);
  });

  test('goes with its recovery codes when it is turned off', async () => {
    const { account, cookie } = await addWithApp();
    expect((await call('turnOff', cookie)).status).toBe(200);
    const left = await api.db.sql('select 1 from recovery_code where account_id = $1', [
      account.id,
    ]);
    expect(left).toEqual([]);
    expect((await givePassword(account)).answer.body.secondFactor).toBeUndefined();
    expect(problemIn(await call('turnOff', cookie)).reasons[0]?.code).toBe('second_factor_off');
    const codes = await call('renewRecoveryCodes', cookie);
    expect(problemIn(codes).reasons[0]?.code).toBe('second_factor_off');
  });

  test('is seen by an admin, who removes it for an owner who lost it; the record says so', async () => {
    const { account } = await addWithApp();
    const cookie = await signInAs(api, admin);
    const listed = async () =>
      (await api.query('editor.people.list', undefined, { cookie })).body.result.data.accounts.find(
        ({ id }: Account) => id === account.id,
      ).hasSecondFactor;
    expect(await listed()).toBe(true);
    const reset = () =>
      api.mutate('editor.people.resetSecondFactor', { id: account.id }, { cookie });
    expect((await reset()).status).toBe(200);
    expect(await listed()).toBe(false);
    expect((await givePassword(account)).answer.body.secondFactor).toBeUndefined();
    const records = await api.db.sql(
      `select by_id <> subject_id as by_another from audit_record
       where action = 'people.reset_second_factor' and subject_id = $1`,
      [account.id],
    );
    expect(records).toEqual([{ by_another: true }]);
    // The sign-in before sends a notice as well, in the background.
    const messages = await api.db.sql(
      `select recipient from message where account_id = $1 and subject like '%was reset%'`,
      [account.id],
    );
    expect(messages).toEqual([{ recipient: account.email }]);
    expect(problemIn(await reset()).reasons[0]?.code).toBe('second_factor_off');
  });

  test('is past reading after the installation’s secret has changed; recovery codes work', async () => {
    const { account, secret, recoveryCodes } = await addWithApp();
    const other = await addWithApp();
    // A secret encrypted for another account cannot be read either.
    await api.db.sql(
      `update second_factor set secret = (select secret from second_factor where account_id = $2)
       where account_id = $1`,
      [account.id, other.account.id],
    );
    const { cookie } = await givePassword(account);
    expect((await giveCode(codeOf(secret), cookie)).status).toBe(401);
    expect((await giveCode(codeOf(other.secret), cookie)).status).toBe(401);
    expect((await giveCode(recoveryCodes[0] ?? '', cookie)).status).toBe(200);
  });
});
