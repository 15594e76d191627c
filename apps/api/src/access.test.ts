import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

const owner = { email: 'ines@journal.example', password: 'long enough' };

describe('an access token', () => {
  let api: TestApi;
  let cookie = '';
  let token = '';
  let id = '';
  beforeAll(async () => {
    api = await startTestApi();
    await ensureOwner({ editorial: api.db.editorial }, owner);
    cookie = await api.signIn(owner.email, owner.password);
    const made = await api.mutate('editor.tokens.create', { name: 'Import' }, { cookie });
    ({ token, id } = made.body.result.data);
  });
  afterAll(() => api.close());

  test('acts as its maker, from anywhere', async () => {
    const created = await api.send('/trpc/editor.articles.create', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ headline: 'By token' }),
    });
    expect(created.status).toBe(200);
  });

  test('is shown once and stored as a hash', async () => {
    expect(token).toMatch(/^vpt_[\w-]{43}$/);
    const listed = await api.query('editor.tokens.list', undefined, { cookie });
    expect(JSON.stringify(listed.body)).not.toContain(token);
    expect(listed.body.result.data[0]).toMatchObject({ name: 'Import', hint: token.slice(0, 10) });
    expect(listed.body.result.data[0].lastUsedAt).not.toBeNull();
    const everything = await api.db.sql('select * from access_token');
    expect(JSON.stringify(everything)).not.toContain(token);
    expect(api.logged.join()).not.toContain(token);
  });

  test('that is wrong is refused, never taken for nobody', async () => {
    const answer = await api.query('journal.get', undefined, { token: `${token.slice(0, -1)}_` });
    expect([answer.status, problemIn(answer).reasons[0]?.code]).toEqual([401, 'token_refused']);
  });

  test('that was revoked is refused', async () => {
    await api.mutate('editor.tokens.revoke', { id }, { cookie });
    expect((await api.query('editor.me', undefined, { token })).status).toBe(401);
  });

  test('cannot be guessed at for long', async () => {
    const tries = await Promise.all(
      Array.from({ length: 40 }, (_, count) =>
        api.query('journal.get', undefined, { token: `vpt_${String(count).padStart(43, 'x')}` }),
      ),
    );
    expect(tries.some(({ status }) => status === 429)).toBe(true);
  });
});

describe('a disabled account', () => {
  test('loses its sessions and tokens at once, and cannot sign in', async () => {
    const api = await startTestApi();
    try {
      await ensureOwner({ editorial: api.db.editorial }, owner);
      const admin = await api.signIn(owner.email, owner.password);
      await api.mutate(
        'editor.people.invite',
        { email: 'oda@journal.example', roles: ['admin'] },
        { cookie: admin },
      );
      const { body } = await api.query('editor.outbox.list', {}, { cookie: admin });
      const invitation = /invitations\/([\w-]+)/.exec(body.result.data.items[0].text)?.[1];
      const account = { token: invitation, name: 'Oda', password: 'another long one' };
      const { id } = (await api.mutate('invitations.accept', account)).body.result.data;
      const hers = await api.signIn('oda@journal.example', 'another long one');
      const made = await api.mutate('editor.tokens.create', { name: 'Hers' }, { cookie: hers });
      const { token } = made.body.result.data;
      expect((await api.query('editor.me', undefined, { token })).status).toBe(200);

      await api.mutate('editor.people.disable', { id }, { cookie: admin });
      expect((await api.query('editor.me', undefined, { cookie: hers })).status).toBe(401);
      expect((await api.query('editor.me', undefined, { token })).status).toBe(401);
      await expect(api.signIn('oda@journal.example', 'another long one')).rejects.toThrow(
        'BANNED_USER',
      );
    } finally {
      await api.close();
    }
  });
});
