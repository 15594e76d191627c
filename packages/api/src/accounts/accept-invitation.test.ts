import { addAccount } from '@viewpoints/db/testing/builders';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';

let desk: TestDesk;
let admin: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  admin = await desk.person('admin');
});
afterAll(() => desk.close());

const week = 7 * 24 * 3_600_000;
let invited = 0;

/** Invites a new person; returns the invitation and the token in its message. */
async function invite() {
  invited += 1;
  const email = `somebody-${invited}@journal.example`;
  const invitation = await admin.call.editor.people.invite({ email, roles: ['editor'] });
  const [message] = await desk.db.sql<{ text: string }>(
    'select text from message where recipient = $1',
    [email],
  );
  const token = /invitations\/([\w-]+)/.exec(message?.text ?? '')?.[1] ?? '';
  return { ...invitation, token };
}
const accept = (token: string) =>
  desk.nobody.invitations.accept({ token, name: 'Oda Lind', password: 'long enough' });
const accountsOf = (email: string) =>
  desk.db.sql('select id from account where email = $1', [email]);

describe('an invitation', () => {
  test('makes one account, with the roles it names', async () => {
    const { token, email } = await invite();
    await accept(token);
    expect(await accountsOf(email)).toHaveLength(1);
    expect(await reasonsIn(accept(token))).toEqual(['invitation_expired']);
    expect(await accountsOf(email)).toHaveLength(1);
  });

  test('that was taken back makes none', async () => {
    const { token, id, email } = await invite();
    await admin.call.editor.people.revokeInvitation({ id });
    expect(await problemIn(accept(token))).toMatchObject({
      code: 'link_expired',
      reasons: [{ code: 'invitation_expired' }],
    });
    expect(await accountsOf(email)).toEqual([]);
  });

  test('can be used for a week, to the millisecond', async () => {
    const { token, expiresAt } = await invite();
    const sent = desk.clock.now;
    expect(new Date(expiresAt).getTime() - sent.getTime()).toBe(week);
    const codesAt = async (time: number) => {
      desk.clock.now = new Date(time);
      const answer = desk.nobody.invitations.get({ token });
      return answer.then(
        () => [],
        () => reasonsIn(answer),
      );
    };
    try {
      const end = new Date(expiresAt).getTime();
      expect(await codesAt(end - 1)).toEqual([]);
      expect(await codesAt(end)).toEqual(['invitation_expired']);
      expect(await codesAt(end + 1)).toEqual(['invitation_expired']);
    } finally {
      desk.clock.now = sent;
    }
  });

  test('by a token that nobody was sent is answered like one that is used up', async () => {
    expect(await reasonsIn(accept('never-sent'))).toEqual(['invitation_expired']);
  });

  test('is not sent to an address that has an account', async () => {
    const { email } = admin.account;
    const again = admin.call.editor.people.invite({ email, roles: ['editor'] });
    expect(await problemIn(again)).toMatchObject({
      code: 'already_exists',
      reasons: [{ code: 'account_exists', at: 'email' }],
    });
  });

  test('makes no second account for an address that got one in the meantime', async () => {
    const { token, email } = await invite();
    const { id } = await addAccount(desk.db.editorial, { email });
    expect(await problemIn(accept(token))).toMatchObject({
      code: 'already_exists',
      reasons: [{ code: 'account_exists', at: 'email' }],
    });
    expect(await accountsOf(email)).toEqual([{ id }]);
  });
});
