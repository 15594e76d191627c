import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { createSetupLink } from '@viewpoints/api/accounts/setup-link';
import { deleteExpiredAttempts } from '@viewpoints/db/editorial/rate-limits';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cookieOf, origin, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

// Each try hashes a password, which is slow on purpose.
vi.setConfig({ testTimeout: 180_000 });

const owner = { email: 'ines@journal.example', password: 'long enough' };
const minute = 60_000;

let api: TestApi;
const clock = { now: new Date() };
beforeEach(async () => {
  clock.now = new Date();
  api = await startTestApi({ now: () => clock.now });
  await ensureOwner({ editorial: api.db.editorial }, owner);
});
afterEach(() => api.close());

/** Sends as from an address; each of these is in a network of its own. */
const address = (network: number) => `203.0.${network}.7`;
const post = (path: string, body: object, from: string, cookie?: string) =>
  api.send(path, {
    method: 'POST',
    headers: {
      ...{ origin, 'content-type': 'application/json', 'x-forwarded-for': from },
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: JSON.stringify(body),
  });
const signIn = (
  { email = owner.email, password = 'not this one' }: { email?: string; password?: string },
  from: string,
  cookie?: string,
) => post('/auth/sign-in/email', { email, password }, from, cookie);
const statusOf = async (answer: ReturnType<typeof post>) => (await answer).status;
const waitIn = async (answer: ReturnType<typeof post>) => {
  const { status, headers } = await answer;
  return [status, Number(headers.get('retry-after'))];
};

/** Wrong passwords for an account, each from a network that tried nothing before. */
async function attack(email: string, times: number, first = 0): Promise<number[]> {
  const statuses = [];
  for (let network = first; network < first + times; network += 1)
    statuses.push(await statusOf(signIn({ email }, address(network))));
  return statuses;
}

const tries = (count: number, status: number) => Array(count).fill(status);

describe('signing in', () => {
  test('is limited by network, whatever the address in it and the account', async () => {
    const statuses = [];
    for (let host = 0; host < 12; host += 1)
      statuses.push(await statusOf(signIn({ email: `x${host}@y.example` }, `198.51.100.${host}`)));
    expect(statuses).toEqual([...tries(10, 401), 429, 429]);
    expect(await waitIn(signIn({}, '198.51.100.99'))).toEqual([429, 15]);
    expect(await statusOf(signIn({}, '198.51.101.1'))).toBe(401);
  });

  test.each([
    ['one that exists', owner.email],
    ['one that does not', 'nobody@journal.example'],
  ])('is limited by account too, from however many networks: %s', async (_, email) => {
    expect(await attack(email, 12)).toEqual([...tries(10, 401), 429, 429]);
    // Capitals make no other account.
    expect(await waitIn(signIn({ email: email.toUpperCase() }, address(99)))).toEqual([429, 30]);
    // A user with the right password waits like everybody else.
    expect(await statusOf(signIn({ email, password: owner.password }, address(98)))).toBe(429);
  });

  test('waits longer each time, and never longer than a quarter of an hour', async () => {
    await attack(owner.email, 10);
    const waits = [];
    for (let round = 0; round < 8; round += 1) {
      const [status, seconds = 0] = await waitIn(signIn({}, address(100 + round)));
      waits.push([status, seconds]);
      clock.now = new Date(clock.now.getTime() + seconds * 1000);
      expect(await statusOf(signIn({}, address(150 + round)))).toBe(401);
    }
    expect(waits.map(([, seconds]) => seconds)).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
  });

  test('a refused try makes no wait longer', async () => {
    await attack(owner.email, 10);
    clock.now = new Date(clock.now.getTime() + 20_000);
    expect(await waitIn(signIn({}, address(99)))).toEqual([429, 10]);
    clock.now = new Date(clock.now.getTime() + 10_000);
    const right = signIn({ password: owner.password }, address(98));
    expect(await statusOf(right)).toBe(200);
  });

  test('of many tries at once no more get through', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 25 }, (_, network) => statusOf(signIn({}, address(network)))),
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  test('that is right does not count, and forgets what was wrong before', async () => {
    await attack(owner.email, 9);
    const from = address(50);
    for (let count = 0; count < 15; count += 1)
      expect(await statusOf(signIn({ password: owner.password }, from))).toBe(200);
    expect(await attack(owner.email, 11, 60)).toEqual([...tries(10, 401), 429]);
  });
});

describe('nobody is locked out by others', () => {
  test('a session goes on', async () => {
    const cookie = cookieOf(await signIn({ password: owner.password }, address(50)));
    await attack(owner.email, 12);
    expect((await api.query('editor.me', undefined, { cookie })).status).toBe(200);
  });

  test('a browser in which the account signed in before is let in, whatever others try', async () => {
    const known = cookieOf(await signIn({ password: owner.password }, address(50)));
    expect(known).toMatch(/viewpoints\.device=[\w-]{22}\.[\w-]{43}/);
    const device = known.split('; ').find((each) => each.startsWith('viewpoints.device'));
    await attack(owner.email, 12);
    // From elsewhere, and from the very network that is shut out.
    for (let host = 0; host < 12; host += 1) await signIn({}, `198.51.100.${host}`);
    for (const from of [address(77), '198.51.100.7'])
      expect(await statusOf(signIn({ password: owner.password }, from, device))).toBe(200);
    // Elsewhere the delay stays: a success here says nothing of attempts from there.
    expect(await statusOf(signIn({ password: owner.password }, address(78)))).toBe(429);
  });

  test('such a browser cannot guess on: its tries are counted by themselves', async () => {
    const device = cookieOf(await signIn({ password: owner.password }, address(50)));
    const statuses = [];
    for (let network = 0; network < 12; network += 1)
      statuses.push(await statusOf(signIn({}, address(network), device)));
    expect(statuses).toEqual([...tries(10, 401), 429, 429]);
    // And they do not count as attempts of others.
    expect(await statusOf(signIn({ password: owner.password }, address(60)))).toBe(200);
  });

  test('one account’s browser is nothing to another’s, and none can be made up', async () => {
    const device = cookieOf(await signIn({ password: owner.password }, address(50)));
    await attack('nobody@journal.example', 10);
    const email = 'nobody@journal.example';
    const forged = `viewpoints.device=${'A'.repeat(22)}.${'A'.repeat(43)}`;
    for (const cookie of [device, forged])
      expect(await statusOf(signIn({ email }, address(60), cookie))).toBe(429);
  });

  test('the link that was sent lets in too', async () => {
    await attack(owner.email, 12);
    await post('/auth/request-password-reset', { email: owner.email }, address(51));
    await api.accounts.waitForBackground();
    const [row] = await api.db.sql<{ text: string }>('select text from message');
    const token = /reset\?token=([\w-]+)/.exec(row?.text ?? '')?.[1];
    const set = { token, newPassword: 'quite another one' };
    const answer = await post('/auth/reset-password', set, address(51));
    expect(answer.status).toBe(200);
    const device = cookieOf(answer);
    await attack(owner.email, 3, 100);
    const right = { password: 'quite another one' };
    expect(await statusOf(signIn(right, address(52)))).toBe(429);
    expect(await statusOf(signIn(right, address(52), device))).toBe(200);
  });

  test('the cookie reveals nothing, opens nothing and is for signing in alone', async () => {
    const answer = await signIn({ password: owner.password }, address(50));
    const set = answer.headers.getSetCookie().find((each) => each.startsWith('viewpoints.device'));
    expect(set).toMatch(/; Path=\/auth; HttpOnly; SameSite=Lax; Max-Age=15552000$/);
    const cookie = set?.split(';')[0] ?? '';
    expect((await api.query('editor.me', undefined, { cookie })).status).toBe(401);
    expect(cookie).not.toContain('ines');
  });
});

describe('asking for a new password', () => {
  let attempts = 0;
  const anybody = () => {
    attempts += 1;
    return `a${attempts}@y.example`;
  };
  const ask = (email: string, from: string) =>
    post('/auth/request-password-reset', { email }, from);

  test('is limited by account and by network, the same for addresses nobody has', async () => {
    for (const [email, first] of [
      [owner.email, 0],
      ['nobody@journal.example', 50],
    ] as const) {
      const statuses = [];
      for (let network = first; network < first + 4; network += 1)
        statuses.push(await statusOf(ask(email, address(network))));
      expect(statuses).toEqual([200, 200, 200, 429]);
    }
    for (const addressIn of [
      (host: number) => `198.51.100.${host}`,
      (subnet: number) => `2001:db8:1:${subnet}::7`,
    ]) {
      const statuses = [];
      for (let count = 0; count < 7; count += 1)
        statuses.push(await statusOf(ask(anybody(), addressIn(count))));
      expect(statuses).toEqual([...tries(5, 200), 429, 429]);
    }
    await api.accounts.waitForBackground();
    expect(await api.db.sql('select 1 from message')).toHaveLength(3);
  });
});

describe('what could be guessed at besides', () => {
  test('links for a new password, by network', async () => {
    const statuses = [];
    for (let count = 0; count < 12; count += 1) {
      const set = { token: `x${count}`, newPassword: 'quite another one' };
      statuses.push(await statusOf(post('/auth/reset-password', set, address(1))));
    }
    expect(statuses).toEqual([...tries(10, 400), 429, 429]);
  });

  test('the current password, by an intruder at another’s session, by account', async () => {
    const cookie = cookieOf(await signIn({ password: owner.password }, address(50)));
    const statuses = [];
    for (let network = 0; network < 12; network += 1) {
      const change = { currentPassword: `wrong ${network}`, newPassword: 'quite another one' };
      statuses.push(
        await statusOf(post('/auth/change-password', change, address(network), cookie)),
      );
    }
    expect(statuses).toEqual([...tries(10, 400), 429, 429]);
    expect((await api.query('editor.me', undefined, { cookie })).status).toBe(200);
  });

  const call = (path: string, input: object, from: string) => post(`/trpc/${path}`, input, from);

  test('the set-up link, by network and over all instances', async () => {
    await createSetupLink({ editorial: api.db.editorial, adminUrl: origin });
    const claim = { token: 'x', name: 'x', email: 'x@y.example', password: 'long enough' };
    const statuses = [];
    for (let host = 0; host < 12; host += 1)
      statuses.push(await statusOf(call('setup.claim', claim, `198.51.100.${host}`)));
    expect(statuses).toEqual([...tries(10, 404), 429, 429]);
    // Counters are in the database, which all instances share.
    expect(await api.db.sql('select count from rate_limit')).toEqual([{ count: 10 }]);
  });

  test('invitations, by network', async () => {
    const statuses = [];
    for (let host = 0; host < 32; host += 1) {
      const input = encodeURIComponent(JSON.stringify({ token: `x${host}` }));
      const headers = { 'x-forwarded-for': `198.51.100.${host}` };
      const answer = await api.send(`/trpc/invitations.get?input=${input}`, { headers });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...tries(30, 404), 429, 429]);
    const accept = { token: 'x', name: 'x', password: 'long enough' };
    const refused = await call('invitations.accept', accept, '198.51.100.9');
    expect([refused.status, problemIn(refused).reasons[0]?.code]).toEqual([
      429,
      'too_many_requests',
    ]);
  });
});

describe('the stored counters', () => {
  test('reveal no address, no account and no browser, and expire', async () => {
    await signIn({ password: owner.password }, '198.51.100.23');
    await attack(owner.email, 11);
    await post('/auth/request-password-reset', { email: owner.email }, '2001:db8:7::1');
    await api.accounts.waitForBackground();
    const keys = await api.db.sql<{ key: string }>('select key from rate_limit');
    expect(keys.length).toBeGreaterThan(10);
    for (const { key } of keys) expect(key).toMatch(/^[\w-]{43}$/);

    // Nothing that the database has, in whatever table, holds an address.
    const tables = await api.db.sql<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of tables) {
      const rows = JSON.stringify(await api.db.sql(`select * from "${name}"`));
      for (const trace of ['198.51.100', '203.0.', '2001:db8', 'node', 'undici'])
        if (name !== '_prisma_migrations') expect(rows, `${trace} in ${name}`).not.toContain(trace);
    }
    const [session] = await api.db.sql('select ip_address, user_agent from session');
    expect(session).toEqual({ ip_address: null, user_agent: null });

    await deleteExpiredAttempts(api.db.editorial, new Date(clock.now.getTime() + 25 * 60 * minute));
    expect(await api.db.sql('select 1 from rate_limit')).toEqual([]);
  });
});
