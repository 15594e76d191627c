import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter } from './app-router.ts';
import { openTestDesk, type Person, problemIn, type TestDesk } from './testing/test-desk.ts';
import { callerFactory } from './trpc.ts';

let desk: TestDesk;
let owner: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  owner = await desk.person('admin');
});
afterAll(() => desk.close());

const callerOf = callerFactory(appRouter);
const create = ({ call }: Pick<Person, 'call'>) =>
  call.editor.articles.create({ headline: 'Before the rains' });

/** A caller with an access token, as found at the head of the request. */
async function byToken({ call, context }: Person) {
  const token = await call.editor.tokens.create({ name: 'Import', scopes: ['read', 'write'] });
  const found = context.account && {
    ...context.account,
    ...{ scopes: token.scopes, session: null, token: { id: token.id } },
  };
  return { id: token.id, call: callerOf({ ...context, account: found }) };
}

describe('a change after the caller was found and before the command began:', () => {
  test.each([
    ['the account was disabled', 'update account set disabled_at = now() where id = $1'],
    ['the session was ended', 'delete from session where account_id = $1'],
  ])('%s, so the command is refused', async (_, change) => {
    const editor = await desk.person('editor');
    await desk.db.sql(change, [editor.account.id]);
    expect((await problemIn(create(editor))).code).toBe('signed_out');
  });

  test('the account was disabled or the token revoked, so a token is refused', async () => {
    const editor = await desk.person('admin', 'editor');
    const [one, other] = [await byToken(editor), await byToken(editor)];
    await desk.db.sql('update access_token set revoked_at = now() where id = $1', [one.id]);
    expect((await problemIn(create(one))).code).toBe('signed_out');
    expect((await create(other)).headline).toBe('Before the rains');
    await desk.db.sql('update account set disabled_at = now() where id = $1', [editor.account.id]);
    expect((await problemIn(create(other))).code).toBe('signed_out');
  });

  test('a role was removed, so what it permitted is refused', async () => {
    const editor = await desk.person('editor');
    await desk.db.sql(`update account set roles = '{contributor}' where id = $1`, [
      editor.account.id,
    ]);
    const refused = await problemIn(
      editor.call.editor.issues.create({ name: 'Rain', slug: 'rain' }),
    );
    expect(refused).toMatchObject({ code: 'not_permitted', reasons: [{ code: 'role_missing' }] });
  });
});

/** Locks the audit record, so that whatever writes to it waits; returns the function that unlocks it. */
async function lockAuditRecord() {
  await desk.db.sql('begin');
  await desk.db.sql('lock table audit_record in share mode');
  return () => desk.db.sql('commit');
}

describe('commands about people that waited while their caller was disabled', () => {
  test.each([
    ['give no roles', (admin, id) => admin.setRoles({ id, roles: ['admin'] })],
    ['disable nobody', (admin, id) => admin.disable({ id })],
    ['enable nobody', (admin, id) => admin.enable({ id })],
  ] as [string, (admin: Person['call']['editor']['people'], id: string) => Promise<unknown>][])(
    '%s',
    async (_, call) => {
      const [admin, other] = [await desk.person('admin'), await desk.person('contributor')];
      if (call.toString().includes('enable'))
        await desk.db.sql('update account set disabled_at = now() where id = $1', [
          other.account.id,
        ]);
      const unlock = await lockAuditRecord();
      const disabling = owner.call.editor.people.disable({ id: admin.account.id });
      await waitForWaiting(desk.db, 1);
      const refused = problemIn(call(admin.call.editor.people, other.account.id));
      await waitForWaiting(desk.db, 2);
      await unlock();
      await disabling;
      expect((await refused).code).toBe('signed_out');
    },
  );
});
