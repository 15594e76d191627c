import { newId } from '@viewpoints/db/editorial/new-id';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';

let desk: TestDesk;
let owner: Person;
let admin: Person;
beforeEach(async () => {
  desk = await openTestDesk();
  owner = await desk.person('admin');
  admin = await desk.person('admin', 'editor');
});
afterEach(() => desk.close());

const people = (person: Person) => person.call.editor.people;
const invite = async (person: Person, email = 'oda@journal.example') => {
  const { id, link } = await people(person).invite({ email, roles: ['admin'] });
  return { id, link, token: tokenIn(link) };
};
const tokenIn = (link: string) => link.split('/').at(-1) ?? '';
const accept = (token: string) =>
  desk.nobody.invitations.accept({ token, name: 'Oda Lind', password: 'long enough' });
const newToken = (person: Person) =>
  person.call.editor.tokens.create({ name: 'Import', scopes: ['read'] });
const recordsOf = (id: string) =>
  desk.db.sql<{ action: string; details: object }>(
    'select action, details from audit_record where subject_id = $1 order by at, id',
    [id],
  );
const messagesOf = (invitationId: string) =>
  desk.db.sql<{ text: string; ended: boolean }>(
    'select text, ended_at is not null as ended from message where invitation_id = $1',
    [invitationId],
  );

/** Blocks all writes to the audit record until it is released. */
async function holdRecord() {
  await desk.db.sql('begin');
  await desk.db.sql('lock table audit_record in share mode');
  return () => desk.db.sql('commit');
}

describe.each([
  [
    'is disabled',
    'account_disabled',
    (id: string) => people(owner).disable({ id }),
    (id: string) => people(owner).enable({ id }),
  ],
  [
    'is an admin no longer',
    'admin_removed',
    (id: string) => people(owner).setRoles({ id, roles: ['editor'] }),
    (id: string) => people(owner).setRoles({ id, roles: ['admin', 'editor'] }),
  ],
] as const)('when an account %s', (_, code, take, giveBack) => {
  test('its invitations end, with their unsent words, and do not come back', async () => {
    const { id, token } = await invite(admin);
    await take(admin.account.id);
    expect(await reasonsIn(accept(token))).toEqual(['invitation_expired']);
    expect(await messagesOf(id)).toEqual([{ text: '', ended: true }]);
    expect(await recordsOf(id)).toContainEqual({ action: 'people.invite', details: { code } });

    await giveBack(admin.account.id);
    expect(await reasonsIn(accept(token))).toEqual(['invitation_expired']);
    expect((await people(owner).list()).invitations).toEqual([]);
  });

  test('its access tokens end and do not come back', async () => {
    const { id } = await newToken(admin);
    await take(admin.account.id);
    await giveBack(admin.account.id);
    const [token] = await owner.call.editor.tokens.list({ accountId: admin.account.id });
    expect(token?.revokedAt).not.toBeNull();
    const details = { accountId: admin.account.id, code };
    expect(await recordsOf(id)).toContainEqual({ action: 'token.revoke', details });
  });

  test('what others handed out is left alone', async () => {
    const { token } = await invite(owner);
    await newToken(owner);
    await take(admin.account.id);
    expect((await owner.call.editor.tokens.list())[0]?.revokedAt).toBeNull();
    expect((await accept(token)).email).toBe('oda@journal.example');
  });
});

describe('at the same moment', () => {
  test('an invitation is not accepted while its sender is being disabled', async () => {
    const { token } = await invite(admin);
    const letGo = await holdRecord();
    const disabling = people(owner).disable({ id: admin.account.id });
    await waitForWaiting(desk.db, 1);
    const accepting = problemIn(accept(token));
    await waitForWaiting(desk.db, 2);
    await letGo();
    await disabling;
    expect((await accepting).code).toBe('link_expired');
  });

  test('one who is being accepted comes in before, and the disabling after', async () => {
    const { token } = await invite(admin);
    const letGo = await holdRecord();
    const accepting = accept(token);
    await waitForWaiting(desk.db, 1);
    const disabling = people(owner).disable({ id: admin.account.id });
    await waitForWaiting(desk.db, 2);
    await letGo();
    expect((await accepting).email).toBe('oda@journal.example');
    expect((await disabling).disabledAt).not.toBeNull();
  });

  test.each([
    ['invites nobody', () => people(admin).invite({ email: 'x@y.example', roles: ['editor'] })],
    ['makes no token', () => newToken(admin)],
    [
      'shares no preview',
      () =>
        admin.call.editor.articles.previewLinks.create({ articleId: newId(), label: 'A reader' }),
    ],
    [
      'makes no quote check',
      () => admin.call.editor.findings.quoteChecks.create({ findingId: newId() }),
    ],
  ])('an account that is being disabled %s', async (_, handOut) => {
    const letGo = await holdRecord();
    const disabling = people(owner).disable({ id: admin.account.id });
    await waitForWaiting(desk.db, 1);
    const refused = problemIn(handOut());
    await waitForWaiting(desk.db, 2);
    await letGo();
    await disabling;
    expect((await refused).code).toBe('signed_out');
  });

  test('an account whose role is being taken invites nobody', async () => {
    const letGo = await holdRecord();
    const taking = people(owner).setRoles({ id: admin.account.id, roles: ['editor'] });
    await waitForWaiting(desk.db, 1);
    const refused = problemIn(invite(admin));
    await waitForWaiting(desk.db, 2);
    await letGo();
    await taking;
    expect(await refused).toMatchObject({
      code: 'not_permitted',
      reasons: [{ code: 'role_missing' }],
    });
  });
});

describe('what an account was given to come in by', () => {
  test('sessions and links for a password end when it is disabled, and stay ended', async () => {
    const { id } = admin.account;
    const soon = new Date(Date.now() + 60_000);
    await desk.db.editorial.session.create({
      data: { id: owner.account.id, token: 'session', userId: id, expiresAt: soon },
    });
    await desk.db.editorial.verification.create({
      data: { id: owner.account.id, identifier: 'hashed', value: id, expiresAt: soon },
    });
    await people(owner).disable({ id });
    await people(owner).enable({ id });
    expect(await desk.db.sql('select 1 from session where account_id = $1', [id])).toEqual([]);
    expect(await desk.db.sql('select 1 from verification')).toEqual([]);
  });

  test('a session left by a sign-in that was under way meanwhile is no way back in', async () => {
    const { id } = admin.account;
    await people(owner).disable({ id });
    await desk.db.editorial.session.create({
      data: { id, token: 'late', userId: id, expiresAt: new Date(Date.now() + 60_000) },
    });
    await people(owner).enable({ id });
    expect(await desk.db.sql('select 1 from session where account_id = $1', [id])).toEqual([]);
  });
});

describe('the link of an invitation', () => {
  test('is shown once and stored as a hash', async () => {
    const { id, token } = await invite(owner);
    expect(JSON.stringify((await people(owner).list()).invitations)).not.toContain(token);
    expect(JSON.stringify(await desk.db.sql('select * from invitation'))).not.toContain(token);
    expect(JSON.stringify(await recordsOf(id))).not.toContain(token);
  });

  test('is replaced when it is copied again: the one before ends, with its message', async () => {
    const first = await invite(owner);
    const { link } = await people(owner).renewInvitation({ id: first.id, send: false });
    expect(await reasonsIn(accept(first.token))).toEqual(['invitation_expired']);
    expect(await messagesOf(first.id)).toEqual([{ text: '', ended: true }]);
    const seen = await desk.nobody.invitations.get({ token: tokenIn(link) });
    expect(seen.roles).toEqual(['admin']);
    expect((await accept(tokenIn(link))).email).toBe('oda@journal.example');
    expect(await reasonsIn(accept(tokenIn(link)))).toEqual(['invitation_expired']);
  });

  test('is sent again in another message, for another seven days', async () => {
    const first = await invite(owner);
    desk.clock.now = new Date(desk.clock.now.getTime() + 8 * 24 * 60 * 60 * 1000);
    expect(await reasonsIn(accept(first.token))).toEqual(['invitation_expired']);
    const renewed = await people(owner).renewInvitation({ id: first.id, send: true });
    expect(await messagesOf(first.id)).toMatchObject([
      { text: '', ended: true },
      { text: expect.stringContaining(renewed.link), ended: false },
    ]);
    expect(await recordsOf(first.id)).toContainEqual({
      action: 'people.invite',
      details: { code: 'renewed', sent: true },
    });
    expect((await accept(tokenIn(renewed.link))).email).toBe('oda@journal.example');
  });

  test('that another admin renews is theirs, and outlives who sent it first', async () => {
    const first = await invite(admin);
    const { link } = await people(owner).renewInvitation({ id: first.id, send: false });
    await people(owner).disable({ id: admin.account.id });
    expect((await accept(tokenIn(link))).email).toBe('oda@journal.example');
  });

  test('cannot be renewed once it is used, taken back or taken over by a newer one', async () => {
    const used = await invite(owner);
    await accept(used.token);
    const taken = await invite(owner, 'b@journal.example');
    await people(owner).revokeInvitation({ id: taken.id });
    const older = await invite(owner, 'c@journal.example');
    await invite(owner, 'c@journal.example');
    for (const { id } of [used, taken, older])
      expect(await reasonsIn(people(owner).renewInvitation({ id, send: true }))).toEqual([
        'not_found',
      ]);
    expect(await messagesOf(older.id)).toEqual([{ text: '', ended: true }]);
  });

  test('opens nothing while it is being renewed', async () => {
    const { id, token } = await invite(owner);
    const letGo = await holdRecord();
    const renewing = people(owner).renewInvitation({ id, send: false });
    await waitForWaiting(desk.db, 1);
    const accepting = problemIn(accept(token));
    await waitForWaiting(desk.db, 2);
    await letGo();
    await renewing;
    expect((await accepting).code).toBe('link_expired');
  });
});

describe('one’s own rights', () => {
  test.each([
    ['being admin', () => people(owner).setRoles({ id: owner.account.id, roles: ['editor'] })],
    ['the last role', () => people(owner).setRoles({ id: owner.account.id, roles: [] })],
    ['the account', () => people(owner).disable({ id: owner.account.id })],
  ])('given up by accident, %s is asked about first', async (_, giveUp) => {
    expect(await problemIn(giveUp())).toMatchObject({
      code: 'refused',
      reasons: [{ code: 'own_rights', at: 'confirmSelf' }],
    });
  });

  test('are given up where that is confirmed', async () => {
    const { id } = owner.account;
    const left = await people(owner).setRoles({ id, roles: [], confirmSelf: true });
    expect(left.roles).toEqual([]);
    // The last admin stays, confirmed or not.
    const last = people(admin).disable({ id: admin.account.id, confirmSelf: true });
    expect(await reasonsIn(last)).toEqual(['last_admin']);
  });
});

test('an admin revokes anybody’s token', async () => {
  const { id } = await newToken(admin);
  await owner.call.editor.tokens.revoke({ id });
  const [token] = await owner.call.editor.tokens.list({ accountId: admin.account.id });
  expect(token?.revokedAt).not.toBeNull();
  expect(await reasonsIn(owner.call.editor.tokens.revoke({ id }))).toEqual(['not_found']);
});
