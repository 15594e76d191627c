import type { Account } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMember, password, postAuth, signInAs } from './testing/sign-in.ts';
import { problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let ines: Account;
let oda: Account;
let at = new Date();
beforeAll(async () => {
  api = await startTestApi({ now: () => at });
  ines = await addMember(api, 'Ines', 'admin', 'editor');
  oda = await addMember(api, 'Oda');
});
afterAll(() => api.close());

const minute = 60_000;
const later = (milliseconds: number) => {
  at = new Date(at.getTime() + milliseconds);
};
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const sessionsOf = async (cookie: string) =>
  (await api.query('editor.account.sessions.list', undefined, { cookie })).body.result.data;
const isIn = async (cookie: string) =>
  (await api.query('editor.me', undefined, { cookie })).status === 200;

describe('an account of one’s own', () => {
  test('has a name and a time zone that they can change in any role', async () => {
    const cookie = await signInAs(api, oda.email);
    const profile = { name: 'Oda Lind', timeZone: 'Europe/Oslo' };
    const saved = await api.mutate('editor.account.saveProfile', profile, { cookie });
    expect(saved.status).toBe(200);
    const own = await api.query('editor.account.get', undefined, { cookie });
    expect(own.body.result.data).toEqual({
      ...{ ...profile, email: oda.email, secondFactor: null },
      ...{ pendingEmail: null, sendsMail: false },
    });
    const me = await api.query('editor.me', undefined, { cookie });
    expect(me.body.result.data).toMatchObject({ name: 'Oda Lind', ownTimeZone: 'Europe/Oslo' });

    const wrong = { name: ' ', timeZone: 'Europe/Nowhere' };
    const refused = await api.mutate('editor.account.saveProfile', wrong, { cookie });
    expect(problemIn(refused).reasons.map((each) => each.at)).toEqual(['name', 'timeZone']);
  });
});

describe('the sessions of an account', () => {
  test('are recognised by browser and system, and nothing else of it is stored', async () => {
    const cookie = await signInAs(api, ines.email, firefox);
    await signInAs(api, ines.email);
    const sessions = await sessionsOf(cookie);
    expect(sessions).toContainEqual(
      expect.objectContaining({ device: 'Firefox on Linux', isThis: true }),
    );
    expect(sessions).toContainEqual(expect.objectContaining({ device: '', isThis: false }));
    const stored = JSON.stringify(await api.db.sql('select * from session'));
    expect(stored).not.toMatch(/Gecko|145\.0/);
    expect(stored).not.toContain('127.0.0.1');
    for (const { token } of await api.db.sql<{ token: string }>('select token from session'))
      expect(JSON.stringify(sessions)).not.toContain(token);
  });

  test('do not reveal their tokens: the library’s own lists are closed', async () => {
    const cookie = await signInAs(api, ines.email);
    const list = await api.send('/auth/list-sessions', { headers: { cookie } });
    const revoke = await postAuth(api, 'revoke-session', { token: 'x' }, { cookie });
    const others = await postAuth(api, 'revoke-other-sessions', {}, { cookie });
    expect([list.status, revoke.status, others.status]).toEqual([404, 404, 404]);
  });

  test('are of this account alone, and others’ cannot be ended', async () => {
    const cookie = await signInAs(api, ines.email);
    const others = await signInAs(api, oda.email);
    const [theirs] = await sessionsOf(others);
    expect((await sessionsOf(cookie)).map(({ id }: { id: string }) => id)).not.toContain(theirs.id);
    const ended = await api.mutate('editor.account.sessions.end', { id: theirs.id }, { cookie });
    expect(ended.status).toBe(404);
    expect(await isIn(others)).toBe(true);
  });

  test('end one by one, or all but this', async () => {
    const [cookie, second, third] = await Promise.all([
      signInAs(api, ines.email),
      signInAs(api, ines.email),
      signInAs(api, ines.email),
    ]);
    const secondId = (await sessionsOf(second)).find(
      ({ isThis }: { isThis: boolean }) => isThis,
    ).id;
    const end = (id: string) => api.mutate('editor.account.sessions.end', { id }, { cookie });
    expect((await end(secondId)).status).toBe(200);
    expect([await isIn(second), await isIn(third), await isIn(cookie)]).toEqual([
      false,
      true,
      true,
    ]);
    const ownId = (await sessionsOf(cookie)).find(({ isThis }: { isThis: boolean }) => isThis).id;
    expect(problemIn(await end(ownId)).reasons[0]?.code).toBe('own_session');
    await api.mutate('editor.account.sessions.endOthers', {}, { cookie });
    expect(await sessionsOf(cookie)).toHaveLength(1);
    expect([await isIn(third), await isIn(cookie)]).toEqual([false, true]);
  });

  test('note when they were used, to the hour', async () => {
    const cookie = await signInAs(api, ines.email);
    const usedAt = async () =>
      (await sessionsOf(cookie)).find(({ isThis }: { isThis: boolean }) => isThis).usedAt;
    const begun = at.toISOString();
    expect(await usedAt()).toBe(begun);
    later(60 * minute);
    expect(await usedAt()).toBe(begun);
    later(1);
    await isIn(cookie);
    expect(await usedAt()).toBe(at.toISOString());
  });
});

describe('fresh authentication', () => {
  const invite = (cookie: string, email: string) =>
    api.mutate('editor.people.invite', { email, roles: ['editor'] }, { cookie });
  const confirm = (cookie: string, given: object) =>
    api.mutate('editor.account.confirm', given, { cookie });

  test('lasts a quarter of an hour after the password was given, and is renewed by it', async () => {
    const cookie = await signInAs(api, ines.email);
    later(15 * minute);
    expect((await invite(cookie, 'a@journal.example')).status).toBe(200);
    later(1);
    const refused = await invite(cookie, 'b@journal.example');
    expect(refused.status).toBe(403);
    expect(problemIn(refused)).toMatchObject({
      code: 'authentication_required',
      reasons: [{ code: 'authentication_too_old', details: { by: 'password' } }],
    });
    const invited = await api.db.sql(`select 1 from invitation where email = 'b@journal.example'`);
    expect(invited).toEqual([]);

    const wrong = await confirm(cookie, { password: 'not this one' });
    expect(problemIn(wrong).reasons).toMatchObject([{ code: 'wrong_password', at: 'password' }]);
    expect((await invite(cookie, 'b@journal.example')).status).toBe(403);
    expect((await confirm(cookie, { password })).status).toBe(200);
    expect((await invite(cookie, 'b@journal.example')).status).toBe(200);
  });

  test('in one session does not count in another', async () => {
    const [cookie, other] = [await signInAs(api, ines.email), await signInAs(api, ines.email)];
    later(20 * minute);
    await confirm(cookie, { password });
    expect((await invite(cookie, 'c@journal.example')).status).toBe(200);
    expect((await invite(other, 'd@journal.example')).status).toBe(403);
  });

  test('is required by what decides who may do what, and by nothing else', async () => {
    const cookie = await signInAs(api, ines.email);
    later(20 * minute);
    const settings = (await api.query('editor.settings.get', undefined, { cookie })).body;
    const { save, ...content } = settings.result.data;
    const id = oda.id;
    const calls: [path: string, input: object, status: number][] = [
      ['editor.settings.save', { seen: save, content }, 403],
      ['editor.people.setRoles', { id, roles: ['editor'] }, 403],
      ['editor.people.disable', { id }, 403],
      ['editor.people.enable', { id }, 403],
      ['editor.people.resetSecondFactor', { id }, 403],
      ['editor.tokens.create', { name: 'Import', scopes: ['read'] }, 403],
      ['editor.account.requestEmailChange', { email: 'e@journal.example' }, 403],
      ['editor.account.secondFactor.begin', {}, 403],
      ['editor.account.secondFactor.turnOn', { code: '123456' }, 403],
      ['editor.account.secondFactor.turnOff', {}, 403],
      ['editor.account.secondFactor.renewRecoveryCodes', {}, 403],
      ['editor.account.saveProfile', { name: 'Ines', timeZone: null }, 200],
      ['editor.articles.create', { headline: 'Tides' }, 200],
    ];
    const answers: [path: string, status: number][] = [];
    for (const [path, input] of calls)
      answers.push([path, (await api.mutate(path, input, { cookie })).status]);
    expect(answers).toEqual(calls.map(([path, , status]) => [path, status]));
  });

  test('cannot be guessed: tries are counted by account, at every session', async () => {
    const cookie = await signInAs(api, oda.email);
    const other = await signInAs(api, oda.email);
    for (let count = 0; count < 10; count += 1)
      expect((await confirm(cookie, { password: `guess ${count}` })).status).toBe(422);
    // Their network may try again sooner than that.
    later(20_000);
    const last = await confirm(other, { password });
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    later(16 * minute);
    expect((await confirm(other, { password })).status).toBe(200);
  });
});
