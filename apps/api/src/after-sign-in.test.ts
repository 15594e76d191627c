import { periodAt, totpCode } from '@viewpoints/api/second-factor/totp';
import { softAuthenticator } from '@viewpoints/api/testing/soft-authenticator';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import type { Account } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMember, password, postAuth, signInAs } from './testing/sign-in.ts';
import { type Answer, cookieOf, origin, startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let at = new Date();
beforeAll(async () => {
  api = await startTestApi({ now: () => at });
});
afterAll(() => api.close());
// Codes and attempts of one test have expired when the next begins.
beforeEach(() => {
  at = new Date(at.getTime() + 25 * 60 * 60_000);
});

const newPassword = 'another one, long enough';
type SignInMethod = { account: Account; signIn: () => Promise<Answer> };

const member = (name: string) => addMember(api, name, 'editor', 'admin');
const callAs = (cookie: string) => async (name: string, input: object) =>
  (await api.mutate(`editor.account.${name}`, input, { cookie })).body.result.data;

/** Each way that ends with a session or a password, ready for its last request. */
const signInMethods = {
  'a password': async (name: string): Promise<SignInMethod> => {
    const account = await member(`${name}-Password`);
    return {
      account,
      signIn: () => postAuth(api, 'sign-in/email', { email: account.email, password }),
    };
  },
  'a code': async (name: string): Promise<SignInMethod> => {
    const account = await member(`${name}-Code`);
    const call = callAs(await signInAs(api, account.email));
    const { secret } = await call('secondFactor.begin', {});
    await call('secondFactor.turnOn', { code: totpCode(secret, periodAt(at)) });
    at = new Date(at.getTime() + 60_000);
    const given = { email: account.email, password };
    const cookie = cookieOf(await postAuth(api, 'sign-in/email', given));
    const code = totpCode(secret, periodAt(at));
    return { account, signIn: () => postAuth(api, 'second-factor', { code }, { cookie }) };
  },
  'a passkey': async (name: string): Promise<SignInMethod> => {
    const account = await member(`${name}-Passkey`);
    const call = callAs(await signInAs(api, account.email));
    const device = softAuthenticator({ origin, rpID: new URL(origin).hostname });
    const options = await call('passkeys.begin', {});
    await call('passkeys.add', { name: 'Phone', credential: device.create(options, {}) });
    const credential = device.get((await postAuth(api, 'passkey/options', {})).body);
    return { account, signIn: () => postAuth(api, 'passkey/sign-in', { credential }) };
  },
  'a link for a new password': async (name: string): Promise<SignInMethod> => {
    const account = await member(`${name}-Link`);
    await postAuth(api, 'request-password-reset', { email: account.email, redirectTo: '/reset' });
    await api.accounts.waitForBackground();
    const [{ text } = { text: '' }] = await api.db.sql<{ text: string }>(
      'select text from message where account_id = $1',
      [account.id],
    );
    const token = /\/reset\?token=([\w-]+)/.exec(text)?.[1];
    return { account, signIn: () => postAuth(api, 'reset-password', { token, newPassword }) };
  },
  'a new password for the old one': async (name: string): Promise<SignInMethod> => {
    const account = await member(`${name}-Change`);
    const cookie = await signInAs(api, account.email);
    const given = { currentPassword: password, newPassword, revokeOtherSessions: true };
    return { account, signIn: () => postAuth(api, 'change-password', given, { cookie }) };
  },
};

type SignInName = keyof typeof signInMethods;
const signInNames = Object.keys(signInMethods) as SignInName[];

const recordsOf = async ({ id }: Account, action: string) =>
  (
    await api.db.sql('select 1 from audit_record where by_id = $1 and action = $2', [
      ...[id, `account.${action}`],
    ])
  ).length;
const isSignedIn = async (cookie: string) =>
  (await api.query('editor.me', undefined, { cookie })).status === 200;

/** Tables that are out of reach from the moment at which a session or password is stored. */
const hidden = ['account', 'audit_record', 'rate_limit', 'journal'];
const rename = (from: (table: string) => string, to: (table: string) => string) =>
  hidden.map((table) => `alter table ${from(table)} rename to ${to(table)};`).join(' ');
const away = (table: string) => `${table}_away`;
const itself = (table: string) => table;

/** Runs `work` on a database most of which fails once a session or password is stored. */
async function failingAfter(table: string, work: () => Promise<Answer>): Promise<Answer> {
  await api.accounts.waitForBackground();
  await api.db.sql(`
    create function hide() returns trigger language plpgsql security definer as
      $$ begin ${rename(itself, away)} return null; end $$;
    create constraint trigger hide after insert or update on ${table}
      deferrable initially deferred for each row execute function hide()`);
  try {
    const answer = await work();
    await api.accounts.waitForBackground();
    return answer;
  } finally {
    await api.db.sql(`drop trigger hide on ${table}; drop function hide()`);
    await api.db.sql(rename(away, itself));
  }
}

describe('what fails once a sign-in is stored does not fail its answer:', () => {
  test.each(signInNames)('%s', async (name) => {
    const { account, signIn } = await signInMethods[name]('Late');
    const setsPassword = name.includes('new password');
    const signIns = await recordsOf(account, 'sign_in');
    const answer = await failingAfter(setsPassword ? 'credential' : 'session', signIn);
    expect([answer.status, answer.body]).toMatchObject([200, {}]);
    if (setsPassword) expect(await recordsOf(account, 'change_password')).toBe(1);
    if (name.includes('link')) return;
    expect(await isSignedIn(cookieOf(answer))).toBe(true);
    expect(await recordsOf(account, 'sign_in')).toBe(signIns + 1);
  });

  test('the step before a code', async () => {
    const { account } = await signInMethods['a code']('Step');
    const given = { email: account.email, password };
    const answer = await failingAfter('verification', () => postAuth(api, 'sign-in/email', given));
    expect([answer.status, answer.body]).toEqual([200, { secondFactor: true }]);
    expect(cookieOf(answer)).toContain('viewpoints.second_factor=');
  });
});

test('a sign-in that cannot be recorded does not happen', async () => {
  const account = await member('Unrecorded');
  await api.db.sql(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'refused'; end $$;
    create trigger refuse before insert on audit_record
      for each row when (new.action = 'account.sign_in') execute function refuse()`);
  try {
    const given = { email: account.email, password };
    expect((await postAuth(api, 'sign-in/email', given)).status).toBe(500);
  } finally {
    await api.db.sql('drop trigger refuse on audit_record; drop function refuse()');
  }
  expect(await api.db.sql('select 1 from session where account_id = $1', [account.id])).toEqual([]);
});

describe('a browser in which a sign-in was under way while the address was restored is not known:', () => {
  test.each(signInNames.filter((name) => !name.includes('old one')))('%s', async (name) => {
    const { account, signIn } = await signInMethods[name]('Taken');
    await api.accounts.waitForBackground();
    await api.db.sql('begin');
    // A restore whose record comes between what the sign-in stored and its answer.
    await api.db.sql('lock table audit_record in share row exclusive mode');
    const answer = signIn();
    await waitForWaiting(api.db, 1);
    await api.db.sql(
      `insert into audit_record (id, at, by_id, action, subject_kind, subject_id, details)
       values (gen_random_uuid(), $2, $1, 'account.restore_email', 'account', $1, '{}')`,
      [account.id, at],
    );
    await api.db.sql('commit');
    const { status, headers } = await answer;
    expect(status).toBe(200);
    const device = headers.getSetCookie().find((each) => each.startsWith('viewpoints.device='));
    expect(device).toBeDefined();
    expect(await api.accounts.devices.verify(device ?? '', account.email)).toBeNull();
  });
});
