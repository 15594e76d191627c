import { newId } from '@viewpoints/db/editorial/new-id';
import { addAccount } from '@viewpoints/db/testing/builders';
import type { Role } from '@viewpoints/domain/accounts/account';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
let admin: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  admin = await desk.person('admin');
});
afterAll(() => desk.close());

const people = () => admin.call.editor.people;
const add = (roles: Role[] = ['editor']) => addAccount(desk.db.editorial, { roles });
const recordsOf = (id: string) =>
  desk.db.sql<{ action: string; details: object }>(
    'select action, details from audit_record where subject_id = $1 order by action',
    [id],
  );

describe('the list of people', () => {
  test('has accounts by name and open invitations, and no secret of either', async () => {
    const { id } = await people().invite({ email: 'listed@journal.example', roles: ['editor'] });
    for (const name of ['Zora Lind', 'Abel Lind']) await addAccount(desk.db.editorial, { name });
    const listed = await people().list();
    const names = listed.accounts.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    expect(names).toContain('Zora Lind');
    expect(listed.invitations.map((each) => each.id)).toContain(id);
    expect(listed.sendsMail).toBe(false);
    expect(Object.keys(listed.accounts[0] ?? {}).toSorted()).toEqual([
      'assignedArticles',
      'createdAt',
      'disabledAt',
      'email',
      'hasSecondFactor',
      'id',
      'name',
      'passkeys',
      'roles',
    ]);
    expect(Object.keys(listed.invitations[0] ?? {}).toSorted()).toEqual(
      ['acceptedAt', 'email', 'expiresAt', 'id', 'invitedBy', 'roles'].toSorted(),
    );
  });
});

describe('roles', () => {
  test('are set, each once, and the record has those before and after', async () => {
    const { id } = await add(['editor']);
    const roles: Role[] = ['publisher', 'contributor', 'publisher'];
    const account = await people().setRoles({ id, roles });
    expect(account.roles).toEqual(['publisher', 'contributor']);
    expect(await recordsOf(id)).toEqual([
      { action: 'people.set_roles', details: { from: 'editor', to: 'publisher contributor' } },
    ]);
  });

  test('that an account has already are no change, in whatever order', async () => {
    const { id } = await add(['editor', 'publisher']);
    const account = await people().setRoles({ id, roles: ['publisher', 'editor'] });
    expect(account.roles).toEqual(['editor', 'publisher']);
    expect(await recordsOf(id)).toEqual([]);
  });

  test('of the last admin who can sign in are not taken away', async () => {
    await people().disable({ id: (await add(['admin'])).id });
    const { id } = admin.account;
    const takeAway = () => people().setRoles({ id, roles: ['editor'], confirmSelf: true });
    expect(await refusalOf(desk, takeAway)).toEqual(['refused', ['last_admin', 'roles']]);
  });
});

describe('an account', () => {
  test('that is disabled twice, or enabled twice, is so from the first time', async () => {
    const { id } = await add();
    const { disabledAt } = await people().disable({ id });
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    expect((await people().disable({ id })).disabledAt).toBe(disabledAt);
    expect((await people().enable({ id })).disabledAt).toBeNull();
    expect((await people().enable({ id })).disabledAt).toBeNull();
    const actions = (await recordsOf(id)).map(({ action }) => action);
    expect(actions).toEqual(['people.disable', 'people.enable']);
  });

  test('that nobody has is not found, whatever is to be done with it', async () => {
    const id = newId();
    const calls = [
      () => people().setRoles({ id, roles: ['editor'] }),
      () => people().disable({ id }),
      () => people().enable({ id }),
      () => people().renewInvitation({ id, send: true }),
      () => people().revokeInvitation({ id }),
    ];
    for (const call of calls)
      expect(await refusalOf(desk, call)).toEqual(['not_found', ['not_found', null]]);
  });
});

describe('an invitation', () => {
  const openAt = async (email: string) =>
    (await people().list()).invitations.filter((each) => each.email === email);

  test('is for an address in small letters, and takes the place of an earlier one', async () => {
    const first = await people().invite({ email: 'Oda@Journal.example', roles: ['editor'] });
    const second = await people().invite({ email: 'ODA@journal.example', roles: ['admin'] });
    expect(await openAt('oda@journal.example')).toMatchObject([
      { id: second.id, roles: ['admin'], invitedBy: admin.account.id },
    ]);
    expect(await recordsOf(first.id)).toContainEqual({
      action: 'people.invite',
      details: { code: 'invited_again' },
    });
  });

  test('is for an address that has no account, in either case', async () => {
    const email = admin.account.email.toUpperCase();
    const again = () => people().invite({ email, roles: ['editor'] });
    expect(await refusalOf(desk, again)).toEqual(['already_exists', ['account_exists', 'email']]);
  });

  test.each([
    ['no role', { email: 'a@journal.example', roles: [] }, 'roles'],
    ['no address', { email: 'nowhere', roles: ['editor' as const] }, 'email'],
  ])('with %s is not sent', async (_, input, field) => {
    const [code, reason] = await refusalOf(desk, () => people().invite(input));
    expect([code, reason?.[1]]).toEqual(['invalid_input', field]);
  });

  test('goes out as a message with its link, which works as long as the invitation', async () => {
    const email = 'sent@journal.example';
    const { id, link, expiresAt } = await people().invite({ email, roles: ['editor'] });
    const [message] = await desk.db.sql<{ recipient: string; text: string; expires_at: Date }>(
      'select recipient, text, expires_at from message where invitation_id = $1',
      [id],
    );
    expect(link).toMatch(/^http:\/\/admin\.example\/invitations\/[\w-]{43}$/);
    expect(message?.recipient).toBe(email);
    expect(message?.text).toContain(link);
    expect(message?.text).toContain(`${admin.account.name} invites you`);
    expect(message?.expires_at.toISOString()).toBe(expiresAt);
  });
});
