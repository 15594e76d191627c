import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { listStatements } from '@viewpoints/db/testing/list-statements';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { origin, startTestApi, type TestApi } from './testing/test-api.ts';

const owner = { email: 'ines@journal.example', password: 'long enough' };

let api: TestApi;
let admin = '';
beforeAll(async () => {
  api = await startTestApi();
  await ensureOwner({ editorial: api.db.editorial }, owner);
  admin = await api.signIn(owner.email, owner.password);
});
afterAll(() => api.close());

const newToken = async (cookie: string): Promise<string> => {
  const input = { name: 'Import', scopes: ['read'] };
  return (await api.mutate('editor.tokens.create', input, { cookie })).body.result.data.token;
};
const post = (path: string, body: unknown) =>
  api.send(path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('a disabled account', () => {
  test('loses its sessions and tokens at once, cannot sign in, and finds nothing again', async () => {
    const invited = await api.mutate(
      'editor.people.invite',
      { email: 'oda@journal.example', roles: ['admin'] },
      { cookie: admin },
    );
    const token = invited.body.result.data.link.split('/').at(-1);
    const account = { token, name: 'Oda', password: 'another long one' };
    const { id } = (await api.mutate('invitations.accept', account)).body.result.data;
    const signIn = () => api.signIn('oda@journal.example', 'another long one');
    const hers = await signIn();
    const herToken = await newToken(hers);
    expect((await api.query('editor.me', undefined, { token: herToken })).status).toBe(200);

    await api.mutate('editor.people.disable', { id }, { cookie: admin });
    const statuses = async () => [
      (await api.query('editor.me', undefined, { cookie: hers })).status,
      (await api.query('editor.me', undefined, { token: herToken })).status,
    ];
    expect(await statuses()).toEqual([401, 401]);
    await expect(signIn()).rejects.toThrow('BANNED_USER');

    await api.mutate('editor.people.enable', { id }, { cookie: admin });
    expect(await statuses()).toEqual([401, 401]);
    const again = await signIn();
    expect((await api.query('editor.me', undefined, { cookie: again })).status).toBe(200);
  });

  test('is sent no link for a password, and one that was sent sets none', async () => {
    const { email, id } = await somebody('late@journal.example');
    await post('/auth/request-password-reset', { email });
    await api.accounts.waitForBackground();
    const [message] = await api.db.sql<{ text: string }>(
      'select text from message where account_id = $1',
      [id],
    );
    const token = /reset\?token=([\w-]+)/.exec(message?.text ?? '')?.[1];
    expect(token).toBeDefined();
    await api.mutate('editor.people.disable', { id }, { cookie: admin });
    const set = await post('/auth/reset-password', { token, newPassword: 'a third long one' });
    expect([set.status, set.body.code]).toEqual([400, 'INVALID_TOKEN']);

    const requested = await post('/auth/request-password-reset', { email });
    expect(requested.status).toBe(200);
    await api.accounts.waitForBackground();
    expect(
      await api.db.sql(`select 1 from message where account_id = $1 and text <> ''`, [id]),
    ).toEqual([]);
    expect(await api.db.sql('select 1 from verification where value = $1', [id])).toEqual([]);
  });

  async function somebody(email: string): Promise<{ email: string; id: string }> {
    const invite = { email, roles: ['editor'] };
    const invited = await api.mutate('editor.people.invite', invite, { cookie: admin });
    const token = invited.body.result.data.link.split('/').at(-1);
    const accepted = { token, name: 'Late', password: 'another long one' };
    return (await api.mutate('invitations.accept', accepted)).body.result.data;
  }
});

describe('wrong access tokens', () => {
  const wrong = (count: number) => `vpt_${String(count).padStart(43, 'x')}`;

  test('cannot be guessed at for long, and shut out no valid one of their network', async () => {
    const token = await newToken(admin);
    const ask = (bearer: string) => {
      const headers = { authorization: `Bearer ${bearer}`, 'x-forwarded-for': '198.51.100.7' };
      return api.send('/trpc/editor.me', { headers });
    };
    const tries = await Promise.all(Array.from({ length: 40 }, (_, count) => ask(wrong(count))));
    const statuses = tries.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await ask(token)).status).toBe(200);
    expect((await ask(wrong(1))).status).toBe(429);
  });

  test('query the database once, and a valid one at each request', async () => {
    const token = await newToken(admin);
    const statementsOf = (bearer: string, status: number) =>
      listStatements(async () => {
        const headers = { authorization: `Bearer ${bearer}`, 'x-forwarded-for': '198.51.101.7' };
        expect((await api.send('/trpc/editor.me', { headers })).status).toBe(status);
      });
    const [first, ...more] = await statementsOf(wrong(100), 401);
    expect(first).toContain('access_token');
    expect(more).toEqual([]);
    expect(await statementsOf(wrong(100), 401)).toEqual([]);
    expect(await statementsOf('too short', 401)).toEqual([]);
    // The first use is noted.
    await statementsOf(token, 200);
    const ofToken = (await statementsOf(token, 200)).filter((each) =>
      each.includes('access_token'),
    );
    expect(ofToken).toHaveLength(1);
  });

  test('beyond the calls of their network do not query it, but one that was valid here does', async () => {
    const limited = await startTestApi({ on: api.db, networkLimit: 3 });
    try {
      const [known, unknown] = [await newToken(admin), await newToken(admin)];
      const ask = (bearer: string, from: string) => {
        const headers = { authorization: `Bearer ${bearer}`, 'x-forwarded-for': from };
        return limited.send('/trpc/editor.me', { headers });
      };
      const here = '198.51.102.7';
      expect((await ask(known, here)).status).toBe(200);
      for (const count of [201, 202]) expect((await ask(wrong(count), here)).status).toBe(401);
      const statements = await listStatements(async () => {
        const answer = await ask(wrong(203), here);
        expect(answer.status).toBe(429);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
        expect((await ask(unknown, here)).status).toBe(429);
      });
      expect(statements).toEqual([]);
      expect((await ask(known, here)).status).toBe(200);
      expect((await ask(unknown, '198.51.103.7')).status).toBe(200);
    } finally {
      await limited.close();
    }
  });
});
