import { insertAccessToken } from '@viewpoints/db/editorial/access-tokens';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addAccount } from '@viewpoints/db/testing/builders';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProblemError } from '../problem.ts';
import { openTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { type Accounts, createAccounts } from './accounts.ts';
import { createDeviceCookies } from './device-cookies.ts';
import { newSecret, secretHash } from './secrets.ts';
import { bringsCredentials, findSignedIn } from './signed-in.ts';

let desk: TestDesk;
let accounts: Accounts;
beforeAll(async () => {
  desk = await openTestDesk();
  accounts = createAccounts({
    editorial: desk.db.editorial,
    instance: { adminUrl: 'http://admin.example', apiUrl: 'http://api.example' },
    secret: 'a secret of this test, long enough for anything',
    log: pino({ level: 'silent' }),
    now: () => desk.clock.now,
  });
});
afterAll(() => desk.close());

const minute = 60_000;
const after = (milliseconds: number) => new Date(desk.clock.now.getTime() + milliseconds);

async function newToken({ expiresAt = after(60 * minute) } = {}) {
  const account = await addAccount(desk.db.editorial, { roles: ['editor'] });
  const token = newSecret();
  const { id } = await insertAccessToken(desk.db.editorial, {
    ...{ id: newId(), accountId: account.id, name: 'Import', hint: token.slice(0, 6) },
    ...{ tokenHash: secretHash(token), scopes: ['read' as const] },
    ...{ createdAt: desk.clock.now, expiresAt },
  });
  const lastUse = async () => {
    const [row] = await desk.db.sql<{ last_used_at: Date | null }>(
      'select last_used_at from access_token where id = $1',
      [id],
    );
    return row?.last_used_at?.toISOString() ?? null;
  };
  return { account, id, token, lastUse };
}
const signIn = (headers: Record<string, string>) =>
  findSignedIn(
    { editorial: desk.db.editorial, accounts, now: () => desk.clock.now },
    new Headers(headers),
  );
const byToken = async (token: string) => {
  try {
    return (await signIn({ authorization: `Bearer ${token}` })).account?.id;
  } catch (error) {
    if (error instanceof ProblemError) return error.reasons.map(({ code }) => code).join();
    throw error;
  }
};

describe('an access token', () => {
  test('brings its account, with the scopes that it was made for', async () => {
    const { account, id: tokenId, token } = await newToken();
    const { account: found } = await signIn({ authorization: `Bearer ${token}` });
    const { id, name, email, roles } = account;
    const by = { session: null, token: { id: tokenId } };
    expect(found).toEqual({ id, name, email, roles, scopes: ['read'], ...by });
  });

  test('works until it runs out, to the millisecond', async () => {
    const { account, token } = await newToken({ expiresAt: after(1) });
    expect(await byToken(token)).toBe(account.id);
    const { token: late } = await newToken({ expiresAt: after(0) });
    expect(await byToken(late)).toBe('token_refused');
  });

  test('is refused when it is revoked, and while its account is disabled', async () => {
    const revoked = await newToken();
    await desk.db.sql('update access_token set revoked_at = now() where id = $1', [revoked.id]);
    const disabled = await newToken();
    const { id } = disabled.account;
    await desk.db.sql('update account set disabled_at = now() where id = $1', [id]);
    expect(await byToken(revoked.token)).toBe('token_refused');
    expect(await byToken(disabled.token)).toBe('token_refused');
  });

  test.each(['', 'short', 'with a space in it, and long enough', newSecret()])(
    'that is not a token, "%s", is refused and not treated as signed out',
    async (token) => {
      expect(await byToken(token)).toBe('token_refused');
    },
  );

  test('notes its last use, once a minute', async () => {
    const { token, lastUse } = await newToken();
    const begun = desk.clock.now;
    expect(await lastUse()).toBeNull();
    try {
      const useAfter = async (milliseconds: number) => {
        desk.clock.now = new Date(begun.getTime() + milliseconds);
        await byToken(token);
        return lastUse();
      };
      expect(await useAfter(0)).toBe(begun.toISOString());
      expect(await useAfter(minute)).toBe(begun.toISOString());
      expect(await useAfter(minute + 1)).toBe(desk.clock.now.toISOString());
    } finally {
      desk.clock.now = begun;
    }
  });
});

describe('a request', () => {
  test('with neither token nor session is nobody’s', async () => {
    const nobody = { account: null, setCookies: [] };
    expect(await signIn({})).toEqual(nobody);
    expect(await signIn({ cookie: 'viewpoints.session_token=made.up' })).toEqual(nobody);
    expect(await signIn({ cookie: 'theme=dark' })).toEqual(nobody);
  });

  test.each([
    [{}, false],
    [{ authorization: '' }, true],
    [{ authorization: 'Bearer x' }, true],
    [{ cookie: 'viewpoints.session_token=x' }, true],
    [{ cookie: 'a=b; __Secure-viewpoints.session_token=x' }, true],
    [{ cookie: 'other-viewpoints.session_token=x' }, false],
    [{ cookie: 'viewpoints.device=x' }, false],
  ])('with %j brings credentials: %s', (headers, brings) => {
    expect(bringsCredentials(headers)).toBe(brings);
  });
});

describe('the cookie of a device', () => {
  const [ines, oda] = ['ines@journal.example', 'oda@journal.example'];
  const never = async () => null;
  const options = { secret: 'one secret', secure: false, findLastRestore: never };
  const cookies = createDeviceCookies(options);
  const account = { email: ines, lastRestore: null };
  const issue = (lastRestore: string | null = null) =>
    cookies.issue({ email: ines, lastRestore }).split(';')[0] ?? '';

  test('is known for the address it was issued for, in either case, and for no other', async () => {
    const issued = issue();
    expect(await cookies.verify(`a=b; ${issued}; c=d`, ines.toUpperCase())).toMatch(/^[\w-]{22}$/);
    expect(await cookies.verify(issued, oda)).toBeNull();
    expect(await cookies.verify(`other-${issued}`, ines)).toBeNull();
    expect(await cookies.verify(null, ines)).toBeNull();
  });

  test('is not known where it was changed, or signed with another secret', async () => {
    const issued = issue();
    const last = issued.at(-2) === 'A' ? 'B' : 'A';
    expect(await cookies.verify(`${issued.slice(0, -2)}${last}${issued.at(-1)}`, ines)).toBeNull();
    const others = createDeviceCookies({ ...options, secret: 'another secret' });
    expect(await others.verify(issued, ines)).toBeNull();
  });

  test('is not known once its address was given back to the account, nor by naming that itself', async () => {
    const times = [newId(), newId()];
    const [first = '', second = ''] = times;
    const after = (restore: string) =>
      createDeviceCookies({ ...options, findLastRestore: async () => restore });
    const [before, between] = [issue(), issue(first)];
    expect(await after(first).verify(before, ines)).toBeNull();
    const [id, signature] = before.split(/[=.]/).slice(-2);
    const forged = `viewpoints.device=${id}.${first}.${signature}`;
    expect(await after(first).verify(forged, ines)).toBeNull();
    expect(await after(first).verify(between, ines)).not.toBeNull();
    expect(await after(second).verify(between, ines)).toBeNull();
    const given = (cookie: string, lastRestore: string | null) =>
      cookies.verifyFor(cookie, { email: ines, lastRestore }) !== null;
    expect([given(before, null), given(before, first)]).toEqual([true, false]);
    expect([given(between, first), given(between, second)]).toEqual([true, false]);
    expect(cookies.verifyFor(null, account)).toBeNull();
    expect(cookies.verifyFor(forged, { email: ines, lastRestore: first })).toBeNull();
  });

  test('is sent to signing in alone, and over https where the admin is under it', async () => {
    const parts = 'Path=/auth; HttpOnly; SameSite=Lax; Max-Age=15552000';
    expect(cookies.issue(account)).toMatch(new RegExp(`; ${parts}$`));
    const secure = createDeviceCookies({ ...options, secure: true });
    expect(secure.issue(account)).toMatch(new RegExp(`; ${parts}; Secure$`));
  });
});
