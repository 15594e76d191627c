import { secretHash } from '@viewpoints/api/accounts/secrets';
import { sweep } from '@viewpoints/api/jobs/sweep';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import type { Account } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMember, password, postAuth, signInAs } from './testing/sign-in.ts';
import { cookieOf, problemIn, startTestApi, type TestApi } from './testing/test-api.ts';

let api: TestApi;
let at = new Date();
beforeAll(async () => {
  api = await startTestApi({ now: () => at });
});
afterAll(() => api.close());

const minute = 60_000;
const later = (milliseconds: number) => {
  at = new Date(at.getTime() + milliseconds);
};
const isIn = async (cookie: string) =>
  (await api.query('editor.me', undefined, { cookie })).status === 200;
const request = (email: string, cookie: string) =>
  api.mutate('editor.account.requestEmailChange', { email }, { cookie });
const confirm = (token: string) => api.mutate('emailChanges.confirm', { token });
const pendingOf = async (cookie: string) =>
  (await api.query('editor.account.get', undefined, { cookie })).body.result.data.pendingEmail;
type Message = { kind: string; recipient: string; subject: string; text: string };
const messagesOf = (account: Account) =>
  api.db.sql<Message>(
    `select kind, recipient, subject, text from message where account_id = $1 order by created_at, kind`,
    [account.id],
  );
/** The secret in the last message that went to a new address of an account. */
const tokenOf = async (account: Account) => {
  const sent = (await messagesOf(account)).filter(({ kind }) => kind === 'email_change').at(-1);
  const token = /http:\/\/admin\.example\/confirm-email\?token=([\w-]{43})/.exec(sent?.text ?? '');
  return token?.[1] ?? '';
};
const actionsOf = async (account: Account) =>
  (
    await api.db.sql<{ action: string; details: object }>(
      `select action, details from audit_record
       where subject_id = $1 and action like '%email%' order by at, id`,
      [account.id],
    )
  ).map(({ action, details }) => [action, details]);
/** This network's earlier attempts have expired by then. */
const afterADay = () => later(25 * 60 * minute);

describe('a new address', () => {
  test('counts once its mailbox has confirmed it, and the old one is sent a notice of both', async () => {
    const oda = await addMember(api, 'Oda');
    const cookie = await signInAs(api, oda.email);
    const other = await signInAs(api, oda.email);
    const same = await request(oda.email.toUpperCase(), cookie);
    expect(problemIn(same).reasons).toMatchObject([{ code: 'same_email', at: 'email' }]);
    later(1);
    const requested = await request('Oda.Lind@journal.example', cookie);
    const expiresAt = new Date(at.getTime() + 60 * minute).toISOString();
    const pending = { email: 'oda.lind@journal.example', expiresAt };
    expect(requested.body.result.data).toEqual(pending);
    expect(await pendingOf(other)).toEqual(pending);
    expect(await isIn(other)).toBe(true);
    // Nothing has changed yet.
    await signInAs(api, oda.email);

    const token = await tokenOf(oda);
    const stored = await api.db.sql('select * from email_change, audit_record');
    expect(JSON.stringify(stored)).not.toContain(token);
    later(1);
    expect((await confirm(token)).body.result.data).toEqual({ email: 'oda.lind@journal.example' });
    expect([await isIn(cookie), await isIn(other)]).toEqual([true, false]);
    expect(await pendingOf(cookie)).toBeNull();
    const old = await postAuth(api, 'sign-in/email', { email: oda.email, password });
    expect(old.status).toBe(401);
    await signInAs(api, 'oda.lind@journal.example');
    const notices = (await messagesOf(oda)).filter(({ subject }) => /address/.test(subject));
    expect(notices.map(({ recipient, subject }) => [recipient, subject.split(':')[0]])).toEqual([
      ['oda.lind@journal.example', 'Confirm your new address'],
      [oda.email, 'Your e-mail address is to be changed'],
      [oda.email, 'Your e-mail address was changed'],
    ]);
    const [, , changed] = notices;
    expect(changed?.text).not.toMatch(/oda\.lind|Sessions/);
    expect(changed?.text.match(/https?:\S+/g)).toEqual([
      expect.stringMatching(/^http:\/\/admin\.example\/restore-email\?token=[\w-]{43}$/),
    ]);
    expect(await actionsOf(oda)).toEqual([
      ['account.request_email_change', {}],
      ['account.change_email', {}],
    ]);
    expect(problemIn(await confirm(token)).code).toBe('link_expired');
  });

  test('gets the same response if another account has it, and only that mailbox learns it', async () => {
    const [ines, pia] = [await addMember(api, 'Ines'), await addMember(api, 'Pia')];
    const cookie = await signInAs(api, pia.email);
    const free = await request('free@journal.example', cookie);
    const taken = await request(ines.email.toUpperCase(), cookie);
    const expiresAt = new Date(at.getTime() + 60 * minute).toISOString();
    expect([free.status, taken.status]).toEqual([200, 200]);
    expect(free.body.result.data).toEqual({ email: 'free@journal.example', expiresAt });
    expect(taken.body.result.data).toEqual({ email: ines.email, expiresAt });
    expect(await pendingOf(cookie)).toEqual({ email: ines.email, expiresAt });
    expect(await tokenOf(pia)).toBe('');
    expect(await messagesOf(pia)).toContainEqual(
      expect.objectContaining({
        recipient: ines.email,
        subject: expect.stringContaining('Your address is in use'),
        text: expect.not.stringMatching(/https?:/),
      }),
    );
  });

  test('that another account took after the link was sent is refused, and theirs stays', async () => {
    const mia = await addMember(api, 'Mia');
    const cookie = await signInAs(api, mia.email);
    await request('late@journal.example', cookie);
    const token = await tokenOf(mia);
    const late = await addMember(api, 'Late');
    expect(problemIn(await confirm(token)).reasons[0]?.code).toBe('email_link_expired');
    const emails = await api.db.sql('select email from account where id in ($1, $2) order by 1', [
      ...[late.id, mia.id],
    ]);
    expect(emails).toEqual([{ email: 'late@journal.example' }, { email: mia.email }]);
  });

  test('ends links for a new password that the old address was sent', async () => {
    afterADay();
    const tess = await addMember(api, 'Tess', 'editor');
    await postAuth(api, 'request-password-reset', { email: tess.email, redirectTo: '/reset' });
    await api.accounts.waitForBackground();
    const links = async () =>
      (await messagesOf(tess)).filter(
        ({ kind, text }) => kind === 'password_reset' && text.includes('/reset?token='),
      );
    expect(await links()).toHaveLength(1);
    const cookie = await signInAs(api, tess.email);
    await request('t@journal.example', cookie);
    expect(await links()).toHaveLength(1);
    const notices = async () =>
      (await messagesOf(tess)).filter(
        ({ kind, text }) => kind === 'security_notice' && text !== '',
      );
    const before = await notices();
    expect(before.map(({ subject }) => subject.split(':')[0])).toContain(
      'Your e-mail address is to be changed',
    );
    await confirm(await tokenOf(tess));
    expect(await links()).toEqual([]);
    // Unsent notices of other events are still to be sent.
    expect(await notices()).toEqual(expect.arrayContaining(before));
    expect(await api.db.sql('select 1 from verification where value = $1', [tess.id])).toEqual([]);
  });
});

test('of two requests at once the later one replaces the other, and none is refused', async () => {
  afterADay();
  const rhea = await addMember(api, 'Rhea');
  const cookie = await signInAs(api, rhea.email);
  await api.db.sql('begin');
  await api.db.sql(
    `insert into email_change
     select account_id, id, 'first@journal.example', repeat('a', 64), now(), now() + interval '1 day'
     from session where account_id = $1`,
    [rhea.id],
  );
  const newer = request('second@journal.example', cookie);
  await waitForWaiting(api.db, 1);
  await api.db.sql('commit');
  expect((await newer).status).toBe(200);
  expect((await pendingOf(cookie)).email).toBe('second@journal.example');
});

describe('a link to confirm an address', () => {
  const requestFor = async (name: string) => {
    afterADay();
    const account = await addMember(api, name, 'editor');
    const cookie = await signInAs(api, account.email);
    await request(`${name.toLowerCase()}.new@journal.example`, cookie);
    return { account, cookie, token: await tokenOf(account) };
  };
  const works = async (token: string) => (await confirm(token)).status === 200;

  test('is confirmed by a POST alone', async () => {
    const { account, token } = await requestFor('Una');
    const input = encodeURIComponent(JSON.stringify({ token }));
    expect((await api.send(`/trpc/emailChanges.confirm?input=${input}`)).status).toBe(405);
    expect(await actionsOf(account)).toEqual([['account.request_email_change', {}]]);
    expect(await works(token)).toBe(true);
  });

  test('ends after an hour', async () => {
    const { cookie, token } = await requestFor('Vera');
    later(60 * minute);
    expect(await works(token)).toBe(false);
    expect(await pendingOf(cookie)).toBeNull();
  });

  test('ends with a newer one, and with being cancelled', async () => {
    const { account, cookie, token } = await requestFor('Wilma');
    await request('wilma.newer@journal.example', cookie);
    const newer = await tokenOf(account);
    expect(await works(token)).toBe(false);
    const cancel = () => api.mutate('editor.account.cancelEmailChange', {}, { cookie });
    expect((await cancel()).status).toBe(200);
    expect(await pendingOf(cookie)).toBeNull();
    expect(await works(newer)).toBe(false);
    expect((await cancel()).status).toBe(404);
    const links = (await messagesOf(account)).filter(({ text }) => text.includes('confirm-email'));
    expect(links).toEqual([]);
    expect(await actionsOf(account)).toContainEqual(['account.cancel_email_change', {}]);
  });

  test('ends with the session that requested it, and with a new password', async () => {
    const first = await requestFor('Xenia');
    const other = await signInAs(api, first.account.email);
    await api.mutate('editor.account.sessions.endOthers', {}, { cookie: other });
    expect(await works(first.token)).toBe(false);

    const second = await requestFor('Yara');
    await api.db.sql(`update credential set password = 'another' where account_id = $1`, [
      second.account.id,
    ]);
    expect(await works(second.token)).toBe(false);
  });

  test('ends with the account being disabled', async () => {
    const { account, token } = await requestFor('Zoe');
    await api.db.sql('update account set disabled_at = now() where id = $1', [account.id]);
    expect(await works(token)).toBe(false);
  });
});

test('message and link name the requesting account, and the link who is signed in as another', async () => {
  afterADay();
  const [vic, hana] = [await addMember(api, 'Vic'), await addMember(api, 'Hana', 'editor')];
  const [cookie, others] = [await signInAs(api, vic.email), await signInAs(api, hana.email)];
  await request('hana.other@journal.example', cookie);
  const message = (await messagesOf(vic)).find(({ kind }) => kind === 'email_change');
  expect(message?.text).toContain('the account of Vic asked');
  expect(message?.text).not.toContain(vic.email);
  const token = await tokenOf(vic);
  const open = async (as?: { cookie: string }) =>
    (await api.query('emailChanges.get', { token }, as)).body.result?.data;
  expect(await open()).toEqual({ name: 'Vic', signedInAs: null });
  expect(await open({ cookie })).toEqual({ name: 'Vic', signedInAs: null });
  expect(await open({ cookie: others })).toEqual({ name: 'Vic', signedInAs: 'Hana' });
  expect((await confirm(token)).status).toBe(200);
  const used = await api.query('emailChanges.get', { token });
  const unknown = await api.query('emailChanges.get', { token: 'x'.repeat(43) });
  expect(problemIn(used)).toMatchObject({ code: 'link_expired' });
  expect(problemIn(unknown).reasons).toEqual(problemIn(used).reasons);
});

describe('the link that gives the old address back', () => {
  const restore = (token: string) => api.mutate('emailChanges.restore', { token });
  const restoreTokenOf = async (account: Account, address: string) => {
    const notice = (await messagesOf(account)).find(
      ({ recipient, text }) => recipient === address && text.includes('restore-email'),
    );
    return /restore-email\?token=([\w-]+)/.exec(notice?.text ?? '')?.[1] ?? '';
  };
  const change = async (account: Account, email: string, cookie: string) => {
    await request(email, cookie);
    expect((await confirm(await tokenOf(account))).status).toBe(200);
    later(1);
  };
  /** Signs in at a session that begins now, by the clock of this test. */
  const signInNow = async ({ id, email }: Account) => {
    const cookie = await signInAs(api, email);
    await api.db.sql('update session set created_at = $1 where account_id = $2', [at, id]);
    return cookie;
  };
  const changed = async (name: string) => {
    afterADay();
    const account = await addMember(api, name, 'editor');
    const cookie = await signInNow(account);
    later(5 * minute);
    const email = `${name.toLowerCase()}.taken@journal.example`;
    await change(account, email, cookie);
    return { account, cookie, email, token: await restoreTokenOf(account, account.email) };
  };
  const emailOf = async ({ id }: Account) =>
    (await api.db.sql<{ email: string }>('select email from account where id = $1', [id]))[0]
      ?.email;
  /** The secrets in messages to set a new password that can still be sent. */
  const resetTokensOf = async (account: Account, address: string) =>
    (await messagesOf(account)).flatMap(({ recipient, text }) => {
      const token = /\/reset\?token=([\w-]+)/.exec(text)?.[1];
      return recipient === address && token !== undefined ? [token] : [];
    });
  const signInWith = async (email: string, given: string) =>
    (await postAuth(api, 'sign-in/email', { email, password: given })).status;
  const answerOf = async (token: string) => {
    const { code, reasons } = problemIn(await restore(token));
    return [code, reasons];
  };

  /** An app of the account with a recovery code, in use since a moment; not yet where null. */
  const setUpFactor = async ({ id }: Account, since: Date | null, codesSince = since) => {
    await api.db.sql(
      `insert into second_factor (account_id, secret, confirmed_at) values ($1, $2, $3)`,
      [...[id, `v1.${'a'.repeat(60)}`, since]],
    );
    await api.db.sql(
      `insert into recovery_code (id, account_id, code_hash, created_at)
       values (gen_random_uuid(), $1, $3, $2)`,
      [id, codesSince ?? at, id.replaceAll('-', '').repeat(2)],
    );
  };
  /** What was revoked since its address was restored, by the audit record. */
  const revoked = async (id: string) =>
    (
      await api.db.sql<{ kind: string }>(
        `select subject_kind as kind from audit_record
         where by_id = $1 and details->>'code' = 'email_restored' order by 1`,
        [id],
      )
    ).map(({ kind }) => kind);
  const week = 7 * 24 * 60 * minute;
  /** When the session that requested a change began. */
  const sessionBegan = () => new Date(at.getTime() - 5 * minute - 1);
  /** Long enough before that a second factor from then is its owner's. */
  const before = () => new Date(sessionBegan().getTime() - week - 1);

  test.each([
    [
      'set up before the change is kept, with its codes',
      () => [before(), before()],
      'kept',
      [1, 1],
    ],
    [
      'set up before is kept without codes that were given since',
      () => [before(), at],
      'kept_without_codes',
      [1, 0],
    ],
    ['set up since the change is removed', () => [at, at], 'removed', [0, 0]],
    [
      'set up at the session that asked, before it did, is removed',
      () => [new Date(at.getTime() - 2 * minute), before()],
      'removed',
      [0, 0],
    ],
    [
      'set up at an earlier session, within a week before, is removed',
      () => [new Date(sessionBegan().getTime() - week), before()],
      'removed',
      [0, 0],
    ],
    ['that is not in use yet is removed', () => [null, before()], 'none', [0, 0]],
  ] as const)('a second factor %s', async (name, times, expected, left) => {
    const { account, token } = await changed(`Ida-${name.length}`);
    const [since = null, codesSince = null] = times();
    await setUpFactor(account, since, codesSince);
    later(1);
    const { secondFactor, secondFactorSince } = (await restore(token)).body.result.data;
    expect(secondFactor).toBe(expected);
    // Its owner recognises by the time whether it is theirs.
    const isKept = expected.startsWith('kept');
    expect(secondFactorSince).toBe(isKept ? (since?.toISOString() ?? null) : null);
    const rows = await api.db.sql(
      `select (select count(*)::int from second_factor where account_id = $1) as factors,
         (select count(*)::int from recovery_code where account_id = $1) as codes`,
      [account.id],
    );
    expect(rows).toEqual([{ factors: left[0], codes: left[1] }]);
    const news = (await messagesOf(account)).filter(({ subject }) => /address again/.test(subject));
    expect(news.map(({ recipient }) => recipient)).toEqual([account.email]);
    const [{ text } = { text: '' }] = news;
    expect(text).toContain('all passkeys and all access tokens ended');
    expect(text).toContain(
      {
        none: 'The account has no second factor',
        removed: 'A second factor was removed',
        kept: `in use since ${before().toISOString().slice(0, 10)} was kept. If you cannot`,
        kept_without_codes: 'was kept, without its recovery codes',
      }[expected],
    );
    expect((await actionsOf(account)).at(-1)?.[1]).toMatchObject({ secondFactor: expected });
  });

  test('ends all access of an intruder, and lets the owner in again', async () => {
    const { account, cookie, email, token } = await changed('Alma');
    const { id } = account;
    await api.db.sql(
      `insert into passkey (id, account_id, name, credential_id, public_key, counter, created_at)
       values (gen_random_uuid(), $1, 'Theirs', 'theirs', '\\x01', 0, now())`,
      [id],
    );
    await api.db.sql(
      `insert into access_token (id, account_id, name, hint, scopes, token_hash, created_at, expires_at)
       values (gen_random_uuid(), $1, 'Theirs', 'vp', '{read}', repeat('b', 64), now(), now() + interval '1 year')`,
      [id],
    );
    await api.db.sql(
      `insert into invitation (id, email, roles, token_hash, invited_by_id, expires_at)
       values (gen_random_uuid(), 'accomplice@journal.example', '{editor}', repeat('c', 64), $1, now() + interval '1 year')`,
      [id],
    );
    const article = await api.mutate('editor.articles.create', { headline: 'Rain' }, { cookie });
    const articleId = article.body.result.data.id;
    const shared = { articleId, label: 'Theirs' };
    await api.mutate('editor.articles.previewLinks.create', shared, { cookie });
    await setUpFactor(account, at);
    await request('alma.third@journal.example', cookie);
    const pending = await tokenOf(account);
    await postAuth(api, 'request-password-reset', { email, redirectTo: '/reset' });
    await api.accounts.waitForBackground();
    const [theirs] = await resetTokensOf(account, email);
    expect(theirs).toBeDefined();
    const stored = await api.db.sql('select * from former_email, audit_record');
    expect(JSON.stringify(stored)).not.toContain(token);

    later(1);
    const restored = await restore(token);
    expect(restored.body.result.data).toEqual({
      ...{ email: account.email, sessions: 1, passkeys: 1, tokens: 1, invitations: 1 },
      ...{ previewLinks: 1, quoteChecks: 0, acts: [] },
      ...{ secondFactor: 'removed', secondFactorSince: null },
    });
    expect(await emailOf(account)).toBe(account.email);
    expect(await revoked(id)).toEqual(['article', 'invitation', 'token']);
    expect(await isIn(cookie)).toBe(false);
    expect((await confirm(pending)).status).toBe(404);
    const set = (given: string | undefined) =>
      postAuth(api, 'reset-password', { token: given, newPassword: 'another long one' });
    expect((await set(theirs)).status).toBe(400);
    expect(await resetTokensOf(account, email)).toEqual([]);
    expect(await signInWith(account.email, password)).toBe(401);
    const left = `select (select count(*)::int from second_factor where account_id = $1) as factors,
      (select count(*)::int from recovery_code where account_id = $1) as codes,
      (select count(*)::int from passkey where account_id = $1) as passkeys,
      (select count(*)::int from access_token where account_id = $1 and revoked_at is null) as tokens`;
    expect(await api.db.sql(left, [id])).toEqual([
      { factors: 0, codes: 0, passkeys: 0, tokens: 0 },
    ]);

    const tokens = await resetTokensOf(account, account.email);
    expect(tokens).toHaveLength(1);
    expect((await set(tokens[0])).status).toBe(200);
    expect(await signInWith(account.email, 'another long one')).toBe(200);
    const [notice] = (await messagesOf(account)).filter(({ subject }) => /back/.test(subject));
    expect(notice?.recipient).toBe(email);
    expect(notice?.text).not.toMatch(/https?:|alma@/);
    expect((await actionsOf(account)).at(-1)).toEqual([
      'account.restore_email',
      {
        ...{ sessions: 1, passkeys: 1, tokens: 1, invitations: 1 },
        ...{ previewLinks: 1, quoteChecks: 0, secondFactor: 'removed' },
      },
    ]);
  });

  test('makes browsers unknown that signed in before, until their next sign-in', async () => {
    const { account, cookie, token } = await changed('Berta');
    await restore(token);
    const [secret] = await resetTokensOf(account, account.email);
    const own = await postAuth(api, 'reset-password', {
      ...{ token: secret, newPassword: password },
    });
    const noticed = async (given: string) => {
      later(1);
      const count = async () => {
        await api.accounts.waitForBackground();
        const all = await messagesOf(account);
        return all.filter(({ subject }) => subject.includes('New sign-in')).length;
      };
      const had = await count();
      const answer = await postAuth(
        api,
        'sign-in/email',
        { email: account.email, password },
        { cookie: given },
      );
      expect(answer.status).toBe(200);
      return { isNoticed: (await count()) > had, cookie: cookieOf(answer) };
    };
    expect((await noticed(cookieOf(own))).isNoticed).toBe(false);
    const theirs = await noticed(cookie);
    expect(theirs.isNoticed).toBe(true);
    expect((await noticed(theirs.cookie)).isNoticed).toBe(false);
  });

  test('disables who joined by its invitations, and lists what else was done to others', async () => {
    afterADay();
    const jana = await addMember(api, 'Jana', 'admin');
    const [olga, mila, max] = [
      await addMember(api, 'Olga', 'admin'),
      await addMember(api, 'Mila', 'editor'),
      await addMember(api, 'Max'),
    ];
    await api.db.sql('update account set disabled_at = now() where id = $1', [max.id]);
    const join = async (cookie: string, name: string, ...roles: string[]) => {
      const email = `${name.toLowerCase()}@journal.example`;
      const invited = await api.mutate('editor.people.invite', { email, roles }, { cookie });
      const token = invited.body.result.data.link.split('/').at(-1);
      expect((await api.mutate('invitations.accept', { token, name, password })).status).toBe(200);
      return email;
    };
    await join(await signInNow(jana), 'Ned', 'editor');
    later(minute);
    const cookie = await signInNow(jana);
    const accomplice = await signInAs(api, await join(cookie, 'Kit', 'admin'));
    await join(accomplice, 'Lou', 'editor');
    await api.mutate('editor.people.setRoles', { id: mila.id, roles: ['admin'] }, { cookie });
    later(1);
    await api.mutate('editor.people.enable', { id: max.id }, { cookie });
    await change(jana, 'jana.taken@journal.example', cookie);

    await setUpFactor(jana, before());
    const restored = await restore(await restoreTokenOf(jana, jana.email));
    expect(restored.body.result.data.acts).toEqual([
      { kind: 'joined', name: 'Kit', roles: ['admin'], isDisabled: true },
      { kind: 'joined', name: 'Lou', roles: ['editor'], isDisabled: true },
      { kind: 'roles_set', name: 'Mila', roles: ['admin'] },
      { kind: 'enabled', name: 'Max' },
    ]);
    const disabled = await api.db.sql(
      'select name from account where disabled_at is not null and name in ($1, $2, $3) order by 1',
      ['Kit', 'Lou', 'Ned'],
    );
    expect(disabled).toEqual([{ name: 'Kit' }, { name: 'Lou' }]);
    expect(await isIn(accomplice)).toBe(false);
    const [notice] = (await messagesOf(olga)).filter(({ subject }) => /taken over/.test(subject));
    expect(notice?.text).toContain(
      '- Kit joined by an invitation, as admin. This account is disabled until an admin enables it.',
    );
    expect(notice?.text).toContain('- Mila was given these roles: admin.');
    expect(notice?.text).toMatch(/was kept: if its owner cannot give a code, reset it/);
    expect(notice?.text).not.toMatch(/https?:|nothing to do/);
  });

  test('works once, for seven days, by a POST alone, and is answered alike when it does not', async () => {
    const { account, email, token } = await changed('Bea');
    const input = encodeURIComponent(JSON.stringify({ token }));
    expect((await api.send(`/trpc/emailChanges.restore?input=${input}`)).status).toBe(405);
    expect(await emailOf(account)).toBe(email);
    const unknown = await answerOf('x'.repeat(43));
    expect(unknown[0]).toBe('link_expired');
    expect((await restore(token)).status).toBe(200);
    expect(await answerOf(token)).toEqual(unknown);

    const late = await changed('Cleo');
    later(7 * 24 * 60 * minute - 1);
    expect(await answerOf(late.token)).toEqual(unknown);
    expect(await emailOf(late.account)).toBe(late.email);
    // Nor is the address that it had stored any longer.
    await sweep({ editorial: api.db.editorial, mail: api.instance, now: () => at });
    expect(await api.db.sql('select 1 from former_email where expires_at <= $1', [at])).toEqual([]);

    const other = await changed('Dora');
    await api.db.sql('update account set disabled_at = now() where id = $1', [other.account.id]);
    expect(await answerOf(other.token)).toEqual(unknown);
  });

  test('is not ended by what an intruder does: a new password, another address', async () => {
    const { account, cookie, email, token } = await changed('Effie');
    await api.db.sql(`update credential set password = 'theirs' where account_id = $1`, [
      account.id,
    ]);
    await change(account, 'effie.third@journal.example', cookie);
    const second = await restoreTokenOf(account, email);
    expect(second).not.toBe('');
    expect((await restore(token)).status).toBe(200);
    expect(await emailOf(account)).toBe(account.email);
    // Theirs is used up with it.
    expect(problemIn(await restore(second)).reasons[0]?.code).toBe('restore_link_expired');
  });

  test('gives back the address before, and leaves the one to an earlier address', async () => {
    const { account, cookie, email, token } = await changed('Fay');
    await change(account, 'fay.third@journal.example', cookie);
    expect((await restore(await restoreTokenOf(account, email))).status).toBe(200);
    expect(await emailOf(account)).toBe(email);
    expect(await resetTokensOf(account, email)).toHaveLength(1);
    later(1);
    expect((await restore(token)).status).toBe(200);
    expect(await emailOf(account)).toBe(account.email);
    expect(await resetTokensOf(account, email)).toEqual([]);
    expect(await resetTokensOf(account, account.email)).toHaveLength(1);
  });

  test('keeps the address from everybody else, until it has expired', async () => {
    const { account, token } = await changed('Hilda');
    const [admin, hugo] = [await addMember(api, 'Hedda', 'admin'), await addMember(api, 'Hugo')];
    const invite = async (cookie: string, email: string) =>
      (await api.mutate('editor.people.invite', { email, roles: ['editor'] }, { cookie })).body;
    const asAdmin = await signInAs(api, admin.email);
    const refused = await invite(asAdmin, account.email.toUpperCase());
    expect(refused.error.data.problem.reasons).toMatchObject([
      { code: 'former_email', at: 'email' },
    ]);

    const secret = 'h'.repeat(43);
    await api.db.sql(
      `insert into invitation (id, email, roles, token_hash, invited_by_id, expires_at)
       values (gen_random_uuid(), $1, '{editor}', $2, $3, now() + interval '1 year')`,
      [account.email, secretHash(secret), admin.id],
    );
    const accept = async () =>
      problemIn(
        await api.mutate('invitations.accept', { token: secret, name: 'Hilda', password }),
      ).reasons.map(({ code }) => code);
    expect(await accept()).toEqual(['former_email']);

    const asHugo = await signInAs(api, hugo.email);
    await request(account.email, asHugo);
    expect(await tokenOf(hugo)).toBe('');
    await api.db.sql('update email_change set token_hash = $1 where account_id = $2', [
      ...[secretHash(secret), hugo.id],
    ]);
    expect(problemIn(await confirm(secret)).reasons[0]?.code).toBe('email_link_expired');

    expect((await restore(token)).body.result.data.invitations).toBe(1);
    expect(await emailOf(account)).toBe(account.email);
    expect(await accept()).toEqual(['invitation_expired']);

    const other = await changed('Ilka');
    await api.db.sql('update former_email set expires_at = $1', [at]);
    const asAdminLater = await signInAs(api, admin.email);
    expect((await invite(asAdminLater, other.account.email)).result.data.email).toBe(
      other.account.email,
    );
  });

  test('is refused if another account has the address now, and theirs stays', async () => {
    const { account, email, token } = await changed('Gwen');
    const other = await addMember(api, 'Gwen2');
    await api.db.sql('update account set email = $1 where id = $2', [account.email, other.id]);
    expect((await answerOf(token))[0]).toBe('link_expired');
    expect([await emailOf(account), await emailOf(other)]).toEqual([email, account.email]);
  });
});

test('messages are limited by account: after three, the next has to wait', async () => {
  afterADay();
  const nell = await addMember(api, 'Nell');
  const cookie = await signInAs(api, nell.email);
  const statuses: number[] = [];
  for (const name of ['a', 'b', 'c', 'd'])
    statuses.push((await request(`nell.${name}@journal.example`, cookie)).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await messagesOf(nell)).filter(({ kind }) => kind === 'email_change')).toHaveLength(3);
});
