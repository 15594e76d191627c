import { request } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addMember, signInAs } from './testing/sign-in.ts';
import { origin, startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** Sends the head of a call with the first byte of its body; `finish` sends the rest. */
function beginCall(path: string, input: object, headers: Record<string, string>) {
  const body = JSON.stringify(input);
  const sent = request(`${api.url}/trpc/${path}`, {
    method: 'POST',
    headers: {
      ...{ origin, 'content-type': 'application/json', 'content-length': String(body.length) },
      ...headers,
    },
  });
  const status = new Promise<number | undefined>((resolve, reject) => {
    sent.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
  sent.write(body.slice(0, 1));
  return () => {
    sent.end(body.slice(1));
    return status;
  };
}

test('a call whose body comes after its account was disabled does nothing', async () => {
  const thief = await addMember(api, 'Thief', 'admin', 'editor');
  const cookie = await signInAs(api, thief.email);
  const made = await api.mutate(
    'editor.tokens.create',
    { name: 'Import', scopes: ['write'] },
    { cookie },
  );
  const { token } = made.body.result.data;
  await api.db.sql(`update session set used_at = '2000-01-01'`);
  const finishers = [
    beginCall('editor.people.enable', { id: thief.id }, { cookie }),
    beginCall('editor.articles.create', { headline: 'Late' }, { authorization: `Bearer ${token}` }),
  ];
  // The server has found both callers once it has noted the use of the session and of the token.
  await vi.waitFor(async () => {
    const used = await api.db.sql(
      `select 1 from session, access_token where session.used_at > '2000-01-02' and last_used_at is not null`,
    );
    expect(used).toHaveLength(1);
  });
  await api.db.sql('update account set disabled_at = now() where id = $1', [thief.id]);
  expect(await Promise.all(finishers.map((finish) => finish()))).toEqual([401, 401]);
  const [row] = await api.db.sql<{ disabled_at: Date | null }>(
    'select disabled_at from account where id = $1',
    [thief.id],
  );
  expect(row?.disabled_at).not.toBeNull();
  expect(await api.db.sql('select 1 from article')).toEqual([]);
});
