import { createHook } from 'node:async_hooks';
import { createSetupLink } from '@viewpoints/api/accounts/setup-link';
import { listStatements } from '@viewpoints/db/testing/list-statements';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMember } from './testing/sign-in.ts';
import { cookieOf, origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const json = { origin, 'content-type': 'application/json' };
const post = (path: string, body: unknown, headers: Record<string, string> = json) =>
  api.send(path, { method: 'POST', headers, body: JSON.stringify(body) });

const owner = { name: 'Ines Falk', email: 'Ines@Journal.example', password: 'a long enough one' };

/** Counts password hashes of this process as Node begins them, in whichever thread. */
function countHashes() {
  const hashes = { count: 0, stop: () => hook.disable() };
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'SCRYPTREQUEST') hashes.count += 1;
    },
  }).enable();
  return hashes;
}

describe('the first owner', () => {
  let token = '';

  test('comes in by the set-up link, with every role', async () => {
    const link = await createSetupLink({ editorial: api.db.editorial, adminUrl: origin });
    expect(link).toMatch(/^http:\/\/admin\.example\/setup\?token=[\w-]{43}$/);
    token = new URL(link ?? '').searchParams.get('token') ?? '';
    expect((await api.query('setup.status')).body.result.data).toEqual({ owned: false });

    const claimed = await api.mutate('setup.claim', { token, ...owner });
    expect(claimed.status).toBe(200);
    expect((await api.query('setup.status')).body.result.data).toEqual({ owned: true });

    const cookie = await api.signIn('ines@journal.example', owner.password);
    const me = await api.query('editor.me', undefined, { cookie });
    expect(me.body.result.data).toMatchObject({
      name: 'Ines Falk',
      email: 'ines@journal.example',
      roles: ['contributor', 'editor', 'publisher', 'admin'],
    });
  });

  test('is made once: the link is used up and no other is given out', async () => {
    const again = await api.mutate('setup.claim', { token, ...owner, email: 'b@journal.example' });
    expect(again.status).toBe(404);
    expect(problemIn(again)).toMatchObject({ code: 'link_expired' });
    expect(problemIn(again).reasons[0]?.code).toBe('setup_link_expired');
    expect(await createSetupLink({ editorial: api.db.editorial, adminUrl: origin })).toBeNull();
  });

  test('leaves an audit record and no token in the database', async () => {
    const [record] = await api.db.sql<{ by_id: string; subject_id: string }>(
      `select by_id, subject_id from audit_record where action = 'account.set_up'`,
    );
    expect(record?.by_id).toBe(record?.subject_id);
    const stored = await api.db.sql('select * from verification');
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});

describe('signing in', () => {
  test('with a wrong password says so, and the same for an unknown address', async () => {
    const wrong = await post('/auth/sign-in/email', {
      email: owner.email,
      password: 'not this one',
    });
    const unknown = await post('/auth/sign-in/email', {
      email: 'x@y.example',
      password: 'not this one',
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
    expect(wrong.body.code).toBe('INVALID_EMAIL_OR_PASSWORD');
    const { requestId: _, ...same } = wrong.body;
    expect(unknown.body).toMatchObject(same);
  });

  test('asks for the same work whether an address has an account or not, whatever it is like', async () => {
    const kinds: Record<string, string[]> = {
      'with a password': [],
      'without a password': ['delete from credential where account_id = $1'],
      'with an empty password': ['update credential set password = null where account_id = $1'],
      'that is disabled': ['update account set disabled_at = now() where id = $1'],
      'with a passkey only': [
        'delete from credential where account_id = $1',
        `insert into passkey (id, account_id, name, credential_id, public_key, counter, created_at)
         values (gen_random_uuid(), $1, 'Key', 'only', '\\x01', 0, now())`,
      ],
      'with a second factor': [
        `insert into second_factor (account_id, secret, confirmed_at)
         values ($1, 'v1.' || repeat('a', 60), now())`,
      ],
    };
    const work = async (email: string) => {
      const statements = await listStatements(async () => {
        const given = { email, password: 'not the one of any' };
        expect((await post('/auth/sign-in/email', given)).body.code).toBe(
          'INVALID_EMAIL_OR_PASSWORD',
        );
      });
      return { statements: statements.length, hashes: hashes.count };
    };
    await post('/auth/sign-in/email', { email: 'unknown@journal.example', password: 'any' });
    const hashes = countHashes();
    try {
      const unknown = await work('unknown@journal.example');
      for (const [name, changes] of Object.entries(kinds)) {
        const { id, email } = await addMember(api, name.replaceAll(' ', '-'), 'editor');
        for (const change of changes) await api.db.sql(change, [id]);
        await api.db.sql('delete from rate_limit');
        hashes.count = 0;
        expect([name, await work(email)]).toEqual([name, { ...unknown, hashes: 1 }]);
      }
      expect(unknown.hashes).toBe(1);
    } finally {
      hashes.stop();
    }
  });

  test('from another site is refused', async () => {
    const body = { email: owner.email, password: owner.password };
    const foreign = await post('/auth/sign-in/email', body, {
      ...json,
      origin: 'http://evil.example',
    });
    const nameless = await post('/auth/sign-in/email', body, {
      'content-type': 'application/json',
    });
    expect([foreign.status, nameless.status]).toEqual([403, 403]);
    expect(foreign.body.code).toBe('foreign_origin');
  });

  test('and out again ends the session in the database', async () => {
    const cookie = await api.signIn(owner.email, owner.password);
    const out = await post('/auth/sign-out', {}, { ...json, cookie });
    expect(out.status).toBe(200);
    const me = await api.query('editor.me', undefined, { cookie });
    expect([me.status, problemIn(me).code]).toEqual([401, 'signed_out']);
  });

  test('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await post('/auth/sign-in/email', owner);
    expect(answer.headers.getSetCookie().join()).toMatch(
      /viewpoints\.session_token=.*HttpOnly.*SameSite=Lax/i,
    );
    expect(cookieOf(answer)).not.toBe('');
  });

  test('making an account without an invitation is not to be had', async () => {
    const answer = await post('/auth/sign-up/email', { ...owner, email: 'c@journal.example' });
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });
});

test('asking for a new password is answered before anybody looks for the account', async () => {
  const ask = (email: string) => post('/auth/request-password-reset', { email });
  await api.db.sql('begin');
  await api.db.sql('lock table account, verification in access exclusive mode');
  const answers = [await ask(owner.email), await ask('unknown@journal.example')];
  await api.db.sql('commit');
  const [known, unknown] = answers.map(({ status, body }) => ({ status, body }));
  expect(known).toEqual({ status: 200, body: { status: true } });
  expect(unknown).toEqual(known);
  expect((await ask('no address')).status).toBe(400);
  await api.accounts.waitForBackground();
  const messages = await api.db.sql(`select recipient from message where kind = 'password_reset'`);
  expect(messages).toEqual([{ recipient: owner.email.toLowerCase() }]);
});

test('a cookie counts only from the admin and with JSON', async () => {
  const cookie = await api.signIn(owner.email, owner.password);
  const body = JSON.stringify({ headline: 'Tides' });
  const send = (headers: Record<string, string>) =>
    api.send('/trpc/editor.articles.create', {
      method: 'POST',
      headers: { cookie, ...headers },
      body,
    });
  const foreign = await send({ ...json, origin: 'http://evil.example' });
  const form = await send({ origin, 'content-type': 'text/plain' });
  expect([foreign.status, form.status]).toEqual([403, 403]);
  expect(foreign.body.reasons[0].code).toBe('origin_not_allowed');
  expect(form.body.reasons[0].code).toBe('type_not_allowed');
  expect((await send(json)).status).toBe(200);
});

test('too many tries at signing in are refused for a while', async () => {
  const tries = [];
  for (let count = 0; count < 12; count += 1)
    tries.push(
      await post('/auth/sign-in/email', { email: 'x@y.example', password: 'not this one' }),
    );
  const last = tries.at(-1);
  expect([last?.status, last?.body.reasons.length >= 0]).toEqual([429, true]);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
});
