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

let made = 0;
const add = async (): Promise<Account> => {
  made += 1;
  return addMember(api, `Racer-${made}`, 'editor', 'admin');
};

/** Changes that may be committed while a sign-in is checked. */
const changes: Record<string, string> = {
  'a new address': `update account set email = 'x' || email where id = $1`,
  'a new password': `update credential set password = 'another' where account_id = $1`,
  'disabling the account': `update account set disabled_at = now() where id = $1`,
};

/**
 * Runs `signIn` against what is committed, and commits `change` before its session is stored. The change
 * is made by a transaction that began earlier, ended all sessions and has locked the account.
 */
async function during(
  { id }: Account,
  change: string,
  signIn: () => Promise<Answer>,
): Promise<Answer> {
  // A mail about an earlier sign-in refers to the account, and would wait for its lock as well.
  await api.accounts.waitForBackground();
  await api.db.sql('begin');
  try {
    await api.db.sql('select 1 from account where id = $1 for no key update', [id]);
    await api.db.sql(change, [id]);
    await api.db.sql('delete from session where account_id = $1', [id]);
    const answer = signIn();
    await waitForWaiting(api.db, 1);
    await api.db.sql('commit');
    return await answer;
  } catch (error) {
    await api.db.sql('rollback');
    throw error;
  }
}

const code = (answer: Answer) => answer.body.code;
const sessionsOf = ({ id }: Account) =>
  api.db.sql('select 1 from session where account_id = $1', [id]);
const signInsOf = ({ id }: Account) =>
  api.db.sql(`select 1 from audit_record where by_id = $1 and action = 'account.sign_in'`, [id]);
/** Turns a second factor on; returns the secret of its app and the recovery codes. */
async function turnOn(cookie: string): Promise<{ secret: string; recoveryCodes: string[] }> {
  const call = async (name: string, input: object) =>
    (await api.mutate(`editor.account.secondFactor.${name}`, input, { cookie })).body.result.data;
  const { secret } = await call('begin', {});
  const { recoveryCodes } = await call('turnOn', { code: totpCode(secret, periodAt(at)) });
  at = new Date(at.getTime() + 60_000);
  return { secret, recoveryCodes };
}
const givePassword = ({ email }: Account) => postAuth(api, 'sign-in/email', { email, password });

describe.each(Object.entries(changes))('%s, committed during the check of', (_, change) => {
  test('a password: there is no session', async () => {
    const account = await add();
    const answer = await during(account, change, () => givePassword(account));
    expect([answer.status, code(answer)]).toEqual([401, 'ACCOUNT_CHANGED']);
    expect(await sessionsOf(account)).toEqual([]);
    expect(await signInsOf(account)).toEqual([]);
  });

  test('a password that needs a code: there is no second step', async () => {
    const account = await add();
    await turnOn(await signInAs(api, account.email));
    const answer = await during(account, change, () => givePassword(account));
    expect([answer.status, code(answer)]).toEqual([401, 'ACCOUNT_CHANGED']);
    expect(await api.db.sql('select 1 from verification where value = $1', [account.id])).toEqual(
      [],
    );
  });

  test.each(['app', 'recovery code'])('a code (%s): there is no session', async (kind) => {
    const account = await add();
    const { secret, recoveryCodes } = await turnOn(await signInAs(api, account.email));
    const cookie = cookieOf(await givePassword(account));
    const given = kind === 'app' ? totpCode(secret, periodAt(at)) : recoveryCodes[0];
    const answer = await during(account, change, () =>
      postAuth(api, 'second-factor', { code: given }, { cookie }),
    );
    expect(answer.status).toBe(401);
    expect(await sessionsOf(account)).toEqual([]);
  });

  test('a passkey: there is no session', async () => {
    const { account, credential } = await withPasskey();
    const answer = await during(account, change, () =>
      postAuth(api, 'passkey/sign-in', { credential }),
    );
    expect([answer.status, code(answer)]).toEqual([401, 'ACCOUNT_CHANGED']);
    expect(await sessionsOf(account)).toEqual([]);
  });

  test('the current password for a new one: it is not changed, and there is no session', async () => {
    const account = await add();
    const cookie = await signInAs(api, account.email);
    const before = await passwordOf(account);
    const answer = await during(account, change, () =>
      postAuth(
        api,
        'change-password',
        { currentPassword: password, newPassword: 'one of a thief', revokeOtherSessions: true },
        { cookie },
      ),
    );
    expect([answer.status, code(answer)]).toEqual([401, 'ACCOUNT_CHANGED']);
    expect(await sessionsOf(account)).toEqual([]);
    const now = change.includes('password') ? 'another' : before;
    expect(await passwordOf(account)).toBe(now);
  });

  test('a link for a new password: the password is not changed', async () => {
    const account = await add();
    const before = await passwordOf(account);
    await postAuth(api, 'request-password-reset', { email: account.email, redirectTo: '/reset' });
    await api.accounts.waitForBackground();
    const [{ text } = { text: '' }] = await api.db.sql<{ text: string }>(
      `select text from message where account_id = $1`,
      [account.id],
    );
    const token = /\/reset\?token=([\w-]+)/.exec(text)?.[1];
    expect(token).toBeDefined();
    const answer = await during(account, change, () =>
      postAuth(api, 'reset-password', { token, newPassword: 'one of a thief' }),
    );
    expect([answer.status, code(answer)]).toEqual([401, 'ACCOUNT_CHANGED']);
    const now = change.includes('password') ? 'another' : before;
    expect(await passwordOf(account)).toBe(now);
  });
});

const passwordOf = async ({ id }: Account) =>
  (
    await api.db.sql<{ password: string }>(
      'select password from credential where account_id = $1',
      [id],
    )
  )[0]?.password;

async function withPasskey(): Promise<{ account: Account; credential: object }> {
  const account = await add();
  const cookie = await signInAs(api, account.email);
  const device = softAuthenticator({ origin, rpID: new URL(origin).hostname });
  const call = (name: string, input: object) =>
    api.mutate(`editor.account.passkeys.${name}`, input, { cookie });
  const options = (await call('begin', {})).body.result.data;
  await call('add', { name: 'Phone', credential: device.create(options, {}) });
  const credential = device.get((await postAuth(api, 'passkey/options', {})).body);
  return { account, credential };
}

test('a passkey that is removed while its signature is verified signs nobody in', async () => {
  const { account, credential } = await withPasskey();
  const answer = await during(account, 'delete from passkey where account_id = $1', () =>
    postAuth(api, 'passkey/sign-in', { credential }),
  );
  expect([answer.status, await sessionsOf(account)]).toEqual([401, []]);
});

describe('an address is restored during a call from the taken account:', () => {
  const restoreDuring = async (account: Account, call: () => Promise<Answer>) =>
    (await during(account, `update account set email = 'back-' || email where id = $1`, call))
      .status;
  const left = async ({ id }: Account) =>
    (
      await api.db.sql(
        `select (select count(*)::int from passkey where account_id = $1) as passkeys,
           (select count(*)::int from access_token where account_id = $1) as tokens,
           (select count(*)::int from second_factor where account_id = $1) as factors`,
        [id],
      )
    )[0];

  test('a new passkey, token or second factor is not stored', async () => {
    const account = await add();
    const cookie = async () => {
      const [{ email } = { email: '' }] = await api.db.sql<{ email: string }>(
        'select email from account where id = $1',
        [account.id],
      );
      return signInAs(api, email);
    };
    const first = await cookie();
    const device = softAuthenticator({ origin, rpID: new URL(origin).hostname });
    const begun = await api.mutate('editor.account.passkeys.begin', {}, { cookie: first });
    const credential = device.create(begun.body.result.data, {});
    expect(
      await restoreDuring(account, () =>
        api.mutate('editor.account.passkeys.add', { name: 'Key', credential }, { cookie: first }),
      ),
    ).toBe(401);
    const second = await cookie();
    const token = { name: 'Token', scopes: ['read'] };
    expect(
      await restoreDuring(account, () =>
        api.mutate('editor.tokens.create', token, { cookie: second }),
      ),
    ).toBe(401);
    const third = await cookie();
    expect(
      await restoreDuring(account, () =>
        api.mutate('editor.account.secondFactor.begin', {}, { cookie: third }),
      ),
    ).toBe(401);
    expect(await left(account)).toEqual({ passkeys: 0, tokens: 0, factors: 0 });
  });

  test.each(['renewRecoveryCodes', 'turnOff'])(
    'the second factor is not changed (%s)',
    async (name) => {
      const account = await add();
      const cookie = await signInAs(api, account.email);
      await turnOn(cookie);
      const codes = () =>
        api.db.sql('select id from recovery_code where account_id = $1 order by id', [account.id]);
      const before = await codes();
      const call = () => api.mutate(`editor.account.secondFactor.${name}`, {}, { cookie });
      expect(await restoreDuring(account, call)).toBe(401);
      expect(await codes()).toEqual(before);
      expect(await left(account)).toMatchObject({ factors: 1 });
    },
  );
});

test('a change of the name alone does not end a sign-in', async () => {
  const account = await add();
  const answer = await during(account, `update account set name = 'Other' where id = $1`, () =>
    givePassword(account),
  );
  expect(answer.status).toBe(200);
  expect(await signInsOf(account)).toHaveLength(1);
});
