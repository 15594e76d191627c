import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { addSource } from '@viewpoints/db/testing/builders';
import type { Scope } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

const owner = { email: 'ines@journal.example', password: 'long enough' };
const day = 24 * 60 * 60 * 1000;

let api: TestApi;
let cookie = '';
let ownerId = '';
beforeAll(async () => {
  api = await startTestApi();
  const account = await ensureOwner({ editorial: api.db.editorial }, owner);
  ownerId = account?.id ?? '';
  cookie = await api.signIn(owner.email, owner.password);
});
afterAll(() => api.close());

const newToken = async (...scopes: Scope[]) => {
  const made = await api.mutate('editor.tokens.create', { name: 'Import', scopes }, { cookie });
  expect(made.status).toBe(200);
  return made.body.result.data as { token: string; id: string; expiresAt: string };
};
const reasonsOf = async (answer: ReturnType<TestApi['mutate']>) =>
  problemIn(await answer).reasons.map(({ code }) => code);

describe('an access token', () => {
  test('acts as its maker, from anywhere, within its scopes', async () => {
    const { token } = await newToken('write');
    const created = await api.send('/trpc/editor.articles.create', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ headline: 'By token' }),
    });
    expect(created.status).toBe(200);
    const listed = await api.query('editor.articles.list', {}, { token });
    expect([listed.status, problemIn(listed).reasons]).toMatchObject([
      403,
      [{ code: 'token_scope', details: { scope: 'read' } }],
    ]);
  });

  test('is shown once and stored as a hash', async () => {
    const { token } = await newToken('read');
    expect(token).toMatch(/^vpt_[\w-]{43}$/);
    await api.query('editor.me', undefined, { token });
    const listed = await api.query('editor.tokens.list', undefined, { cookie });
    expect(JSON.stringify(listed.body)).not.toContain(token);
    const [newest] = listed.body.result.data;
    expect(newest).toMatchObject({ name: 'Import', hint: token.slice(0, 10), scopes: ['read'] });
    expect(newest.lastUsedAt).not.toBeNull();
    const everything = await api.db.sql('select * from access_token');
    expect(JSON.stringify(everything)).not.toContain(token);
    expect(api.logged.join()).not.toContain(token);
  });

  test('ends: after 90 days by default, and within a year', async () => {
    const { expiresAt, id } = await newToken('read');
    const left = Date.parse(expiresAt) - Date.now();
    expect(Math.round(left / day)).toBe(90);
    const endless = { name: 'Endless', scopes: ['read'] };
    for (const days of [0, 366, 1.5, null])
      expect(
        (await api.mutate('editor.tokens.create', { ...endless, days }, { cookie })).status,
      ).toBe(400);
    const [row] = await api.db.sql<{ id: string }>(
      `update access_token set expires_at = now() where id = $1 returning id`,
      [id],
    );
    expect(row?.id).toBe(id);
  });

  test('that has ended is refused', async () => {
    const { token, id } = await newToken('read');
    await api.db.sql(`update access_token set expires_at = now() - interval '1 s' where id = $1`, [
      id,
    ]);
    expect(await reasonsOf(api.query('editor.me', undefined, { token }))).toEqual([
      'token_refused',
    ]);
  });

  test('without a scope is not made', async () => {
    const made = await api.mutate('editor.tokens.create', { name: 'x', scopes: [] }, { cookie });
    expect([made.status, problemIn(made).reasons[0]?.at]).toEqual([400, 'scopes']);
  });

  test('says what it may do', async () => {
    const { token } = await newToken('read');
    const { actions } = (await api.query('editor.me', undefined, { token })).body.result.data;
    expect(actions).toContain('article.list');
    expect(actions).not.toContain('article.create');
    expect(actions).not.toContain('people.invite');
  });

  test('that is wrong is refused, never taken for nobody', async () => {
    const { token } = await newToken('read');
    const answer = await api.query('journal.get', undefined, { token: `${token.slice(0, -1)}_` });
    expect([answer.status, problemIn(answer).reasons[0]?.code]).toEqual([401, 'token_refused']);
  });

  test('that was revoked is refused', async () => {
    const { token, id } = await newToken('read');
    await api.mutate('editor.tokens.revoke', { id }, { cookie });
    expect((await api.query('editor.me', undefined, { token })).status).toBe(401);
  });
});

describe('a token of every scope is not as strong as its owner', () => {
  test.each([
    ['make a token', 'tokens.create', { name: 'Another', scopes: ['read'] }],
    ['invite somebody', 'people.invite', { email: 'x@y.example', roles: ['admin'] }],
    ['change the settings', 'settings.save', { seen: 0, content: {} }],
  ])('it cannot %s', async (_, path, input) => {
    const { token } = await newToken('read', 'write', 'publish');
    const refused = api.mutate(`editor.${path}`, input, { token });
    expect(await reasonsOf(refused)).toEqual(['session_required']);
  });

  test('it cannot change roles, its own account’s either', async () => {
    const { token } = await newToken('read', 'write', 'publish');
    const refused = api.mutate('editor.people.setRoles', { id: ownerId, roles: [] }, { token });
    expect(await reasonsOf(refused)).toEqual(['session_required']);
  });

  test('it signs nobody in and changes no password', async () => {
    const { token } = await newToken('read', 'write', 'publish');
    const answer = await api.send('/auth/change-password', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ currentPassword: owner.password, newPassword: 'another long one' }),
    });
    expect(answer.status).toBe(401);
  });

  test('checks within a command apply to the token too: terms need `publish`', async () => {
    const { id, save, createdAt, updatedAt, ...content } = await addSource(api.db.editorial);
    const terms = { attribution: 'background' as const, disclosure: 'clear' as const };
    const closing = { id, seen: save, content: { ...content, terms, descriptor: 'a minister' } };
    const writer = await newToken('write');
    expect(
      await reasonsOf(api.mutate('editor.sources.save', closing, { token: writer.token })),
    ).toEqual(['token_scope']);
    const both = await newToken('write', 'publish');
    expect((await api.mutate('editor.sources.save', closing, { token: both.token })).status).toBe(
      200,
    );
  });

  test('pictures follow the same rules: uploaded by `write`, unpublished ones seen by `read`', async () => {
    const put = async (token: string) =>
      (
        await api.send('/media?fileName=a.png&alt=', {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
          body: 'no picture at all',
        })
      ).status;
    const reader = await newToken('read');
    const writer = await newToken('write');
    expect([await put(reader.token), await put(writer.token)]).toEqual([403, 415]);
  });
});

describe('a token ends with a change of the password', () => {
  test('and the record says so', async () => {
    const { token, id } = await newToken('read');
    const changed = await api.send('/auth/change-password', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        currentPassword: owner.password,
        newPassword: 'another long one',
        revokeOtherSessions: true,
      }),
    });
    expect(changed.status).toBe(200);
    expect((await api.query('editor.me', undefined, { token })).status).toBe(401);
    const notified = await api.db.sql(
      `select kind::text, by_id from notification where account_id = $1 and kind = 'password_changed'`,
      [ownerId],
    );
    expect(notified).toEqual([{ kind: 'password_changed', by_id: null }]);
    const [record] = await api.db.sql<{ by_id: string; details: object }>(
      `select by_id, details from audit_record where action = 'token.revoke' and subject_id = $1`,
      [id],
    );
    expect(record).toEqual({
      by_id: ownerId,
      details: { accountId: ownerId, code: 'password_changed' },
    });
    cookie = await api.signIn(owner.email, 'another long one');
  });
});
