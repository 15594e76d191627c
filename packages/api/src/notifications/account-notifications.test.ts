import { AccountNotificationKind } from '@viewpoints/domain/notifications/notification';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeNewSignIn } from '../accounts/security-notices.ts';
import { periodAt, totpCode } from '../second-factor/totp.ts';
import { softAuthenticator } from '../testing/soft-authenticator.ts';
import { openSession, openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { sweepNotifications } from './send-notifications.ts';

let desk: TestDesk;
let admin: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  admin = await desk.person('admin');
});
afterAll(() => desk.close());

const listOf = async ({ call }: Person) => (await call.editor.notifications.list({})).items;
/** The kinds that an account was notified of, in the order in which that happened. */
const kindsOf = async (person: Person) =>
  (await listOf(person)).map(({ kind }) => kind).toReversed();
const later = () => desk.moveOn(1);

async function addPasskey({ call }: Person): Promise<string> {
  const { passkeys } = call.editor.account;
  const options = await passkeys.begin();
  const rpID = options.rp.id ?? '';
  const device = softAuthenticator({ origin: 'http://admin.example', rpID });
  return (await passkeys.add({ name: 'Phone', credential: device.create(options) })).id;
}

async function turnOnSecondFactor({ call }: Person): Promise<void> {
  const { secret } = await call.editor.account.secondFactor.begin();
  const code = totpCode(secret, periodAt(desk.clock.now));
  await call.editor.account.secondFactor.turnOn({ code });
}

/** Sets another password, as the library that keeps passwords does: in a transaction of its own. */
async function changePassword({ account }: Person): Promise<void> {
  const where = { userId: account.id };
  await desk.db.editorial.credential.updateMany({ where, data: { password: 'another hash' } });
}

/** The token of a link that was sent, by the path of its page. */
async function sentToken(recipient: string, page: string): Promise<string> {
  const [message] = await desk.db.sql<{ text: string }>(
    'select text from message where recipient = $1 and text like $2',
    [recipient, `%/${page}?token=%`],
  );
  return new RegExp(`${page}\\?token=([\\w-]+)`).exec(message?.text ?? '')?.[1] ?? '';
}

/** Changes the address of an account, and restores the former one by the link that went there. */
async function changeEmailAndBack(person: Person): Promise<void> {
  const { account, call } = person;
  const email = `${account.id}@elsewhere.example`;
  await openSession(desk, person);
  await call.editor.account.requestEmailChange({ email });
  await desk.nobody.emailChanges.confirm({ token: await sentToken(email, 'confirm-email') });
  const token = await sentToken(account.email, 'restore-email');
  await desk.nobody.emailChanges.restore({ token });
}

/** Signs in for the second time, in a browser that is not known. */
async function signInElsewhere({ account }: Person): Promise<void> {
  for (const at of [desk.clock.now, desk.clock.now])
    await desk.db.editorial.auditRecord.create({
      data: {
        ...{ id: crypto.randomUUID(), at, byId: account.id, action: 'account.sign_in' },
        ...{ subjectKind: 'account', subjectId: account.id, details: {} },
      },
    });
  await noticeNewSignIn(desk.db.editorial, {
    ...{ accountId: account.id, device: 'Zqdevice', at: desk.clock.now },
  });
}

test('an account is notified of each change of how it signs in and of what acts as it', async () => {
  const editor = await desk.person('editor');
  const colleague = await desk.person('editor');
  const { account, tokens } = admin.call.editor;
  const made: (() => Promise<unknown>)[] = [
    () => turnOnSecondFactor(admin),
    () => account.secondFactor.renewRecoveryCodes(),
    () => account.secondFactor.turnOff(),
    async () => account.passkeys.remove({ id: await addPasskey(admin) }),
    () => tokens.create({ name: 'Import', scopes: ['read'] }),
  ];
  for (const make of made) {
    await make();
    later();
  }
  expect((await kindsOf(admin)).toSorted()).toEqual(
    [
      ...['second_factor_on', 'recovery_codes_renewed', 'second_factor_off', 'passkey_added'],
      ...['passkey_removed', 'token_created'],
    ].toSorted(),
  );
  await turnOnSecondFactor(editor);
  later();
  await admin.call.editor.people.resetSecondFactor({ id: editor.account.id });
  later();
  await changePassword(editor);
  expect((await kindsOf(editor)).toSorted()).toEqual([
    'password_changed',
    'second_factor_on',
    'second_factor_reset',
  ]);
  const moved = await desk.person('editor');
  await signInElsewhere(moved);
  later();
  const rows = () =>
    desk.db.sql<{ kind: string }>('select kind::text from notification where account_id = $1', [
      moved.account.id,
    ]);
  await changeEmailAndBack(moved);
  const kinds = (await rows()).map(({ kind }) => kind);
  // The link that restores the address takes the password away too.
  expect(kinds.toSorted()).toEqual([
    ...['email_change_requested', 'email_changed', 'email_restored', 'new_sign_in'],
    'password_changed',
  ]);
  const all = new Set([...(await kindsOf(admin)), ...(await kindsOf(editor)), ...kinds]);
  expect([...all].toSorted()).toEqual(AccountNotificationKind.options.toSorted());
  expect(await listOf(colleague)).toEqual([]);

  const [newest] = await listOf(admin);
  expect(newest).toMatchObject({
    ...{ kind: 'token_created', articles: [], webhook: null, readAt: null, by: null },
  });
  expect(await admin.call.editor.notifications.unread()).toBe(6);
  await admin.call.editor.notifications.markRead({});
  expect(await admin.call.editor.notifications.unread()).toBe(0);
});

test('what is refused notifies nobody', async () => {
  const editor = await desk.person('editor');
  const { account } = editor.call.editor;
  await expect(account.secondFactor.turnOff()).rejects.toThrow();
  await account.secondFactor.begin();
  await expect(account.secondFactor.turnOn({ code: '000000' })).rejects.toThrow();
  expect(await listOf(editor)).toEqual([]);
});

test('they are sent in no e-mail of notifications, and have no setting', async () => {
  const editor = await desk.person('editor');
  await addPasskey(editor);
  const settings = await editor.call.editor.notifications.settings();
  for (const kind of AccountNotificationKind.options) expect(settings).not.toHaveProperty(kind);
  const messages = () =>
    desk.db.sql('select kind::text from message where account_id = $1', [editor.account.id]);
  desk.moveOn(30);
  await sweepNotifications({
    editorial: desk.db.editorial,
    mail: { smtpUrl: null, mailFrom: 'desk@journal.example', outboxDirectory: '' },
    instance: { adminUrl: 'http://admin.example', readerUrl: 'http://reader.example' },
    now: () => desk.clock.now,
  });
  // The e-mail about the passkey itself.
  expect(await messages()).toEqual([{ kind: 'security_notice' }]);
});
