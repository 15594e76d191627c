import { expect, test } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { ConfirmEmailScreen } from '../auth/confirm-email-screen.tsx';
import { RestoreEmailScreen } from '../auth/restore-email-screen.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { SignInForm } from '../session/sign-in-form.tsx';
import { anyWord } from '../testing/articles.ts';
import {
  descriptionOf,
  expectAccessible,
  openScreen,
  pressKey,
  renderScreen,
  signIn,
} from '../testing/screen.tsx';
import { AccountScreen } from './account-screen.tsx';

const api = viewpoints.editor.account;
const PASSWORD = 'a long enough password 42';
const open = () => openScreen('member', <AccountScreen />, { path: '/account' });

test('somebody changes their own name and time zone', async () => {
  await open();
  const name = page.getByLabelText('Name');
  await expect.element(name).toHaveValue('Mia');
  await expectAccessible(page.getByRole('main').element());
  await name.fill('');
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await pressKey(save);
  await expect.poll(() => descriptionOf(name)).toContain('Fill this in.');
  await name.fill('Mia Reyes');
  await page.getByRole('combobox', { name: /^Time zone/ }).fill('lisbon');
  await userEvent.click(page.getByRole('option', { name: 'Europe/Lisbon' }));
  await pressKey(save);
  await expect.element(page.getByText('Your profile is saved')).toBeVisible();
  expect(await api.get.query()).toMatchObject({ name: 'Mia Reyes', timeZone: 'Europe/Lisbon' });
  expect(await viewpoints.editor.me.query()).toMatchObject({ ownTimeZone: 'Europe/Lisbon' });
});

test('a new address needs the password, and counts once its mailbox has confirmed it', async () => {
  await open();
  await commands.ageSessions();
  const before = (await api.get.query()).email;
  const field = page.getByRole('textbox', { name: 'New address' });
  const change = page.getByRole('button', { name: 'Change address' });
  const dialog = page.getByRole('dialog', { name: 'Confirm your identity' });
  const address = `${anyWord('mia')}@journal.example`;
  await field.fill(address);
  await pressKey(change);
  const password = dialog.getByLabelText('Password');
  await expect.element(password).toHaveFocus();
  await expectAccessible(dialog.element());
  // Not given: the call is refused, and nothing has changed.
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('alert')).toMatchTextContent('Confirm your identity');
  await expect.element(change).toHaveFocus();
  expect(await api.get.query()).toMatchObject({ email: before, pendingEmail: null });

  await pressKey(change);
  await expect.element(password).toHaveFocus();
  await userEvent.keyboard('not the right one{Enter}');
  await expect.poll(() => descriptionOf(password)).toContain('This is not your password.');
  await password.fill(PASSWORD);
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  const pending = page.getByRole('region', { name: 'Unconfirmed address' });
  await expect.element(pending).toMatchTextContent(`Waiting for ${address}`);
  await expectAccessible(page.getByRole('main').element());
  expect((await api.get.query()).email).toBe(before);

  await pressKey(pending.getByRole('button', { name: 'Cancel change' }));
  await expect.element(pending).not.toBeInTheDocument();
  await expect.element(field).toHaveFocus();
  expect((await api.get.query()).pendingEmail).toBeNull();
});

test('the page of the link to a new address changes nothing until its button is pressed', async () => {
  const { email: before, name } = await memberAccount();
  const address = `${anyWord('mia')}@journal.example`;
  const confirmWith = async (given: string) => {
    await api.requestEmailChange.mutate({ email: given });
    const token = await commands.emailToken(given);
    const screen = () =>
      renderScreen(
        <main>
          <ConfirmEmailScreen token={token} />
        </main>,
      );
    const main = page.getByRole('main');
    await signIn('owner');
    await screen();
    await expect.element(main).toMatchTextContent('Your own account stays as it is');
    await expectAccessible(main.element());
    await signIn('member');
    await screen();
    const button = page.getByRole('button', { name: 'Confirm address' });
    await expect.element(button).toBeVisible();
    await expect.element(main).toMatchTextContent(`${name} asked to sign in with this address`);
    expect(main.element().textContent).not.toContain('You are signed in as');
    expect((await api.get.query()).email).not.toBe(given);
    await pressKey(button);
    await expect
      .element(page.getByRole('main'))
      .toMatchTextContent(`From now on, sign in as ${given}`);
    expect((await api.get.query()).email).toBe(given);
  };
  await confirmWith(address);
  await expectAccessible(page.getByRole('main').element());
  await confirmWith(before);
});

test('the page of the link to the old address says what it does, and does it once its button is pressed', async () => {
  const address = `${anyWord('nell')}@journal.example`;
  const token = await commands.formerEmail(address);
  const screen = () =>
    renderScreen(
      <main>
        <RestoreEmailScreen token={token} />
      </main>,
    );
  await screen();
  const main = page.getByRole('main');
  await expect.element(main).toMatchTextContent('signs out every device');
  await expectAccessible(main.element());
  await pressKey(page.getByRole('button', { name: 'Restore address' }));
  await expect
    .element(main)
    .toMatchTextContent(`A link to set a new password is on its way to ${address}`);
  await expect.element(page.getByRole('listitem').first()).toHaveTextContent('The password');
  await expect.element(main).toMatchTextContent('If you had a second factor');
  await expectAccessible(main.element());
  await screen();
  await pressKey(page.getByRole('button', { name: 'Restore address' }));
  await expect.element(main).toMatchTextContent('This link can no longer be used');
});

test('sessions are listed and ended, one by one or all but this', async () => {
  const { email } = await memberAccount();
  await commands.signInElsewhere(email, PASSWORD);
  await open();
  const phone = page.getByRole('button', { name: 'Sign out Firefox on Android' });
  await expect.element(page.getByText('This device')).toBeVisible();
  await pressKey(phone);
  await expect.element(phone).not.toBeInTheDocument();
  const others = page.getByRole('button', { name: 'Sign out others…' });
  await expect.element(others).not.toBeInTheDocument();

  await commands.signInElsewhere(email, PASSWORD);
  await commands.signInElsewhere(email, PASSWORD);
  await open();
  await pressKey(others);
  const question = page.getByRole('dialog', { name: 'Sign out all other devices?' });
  await expect.element(question.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await expectAccessible(question.element());
  await pressKey(question.getByRole('button', { name: 'Sign out others' }));
  await expect.element(question).not.toBeInTheDocument();
  expect(await api.sessions.list.query()).toMatchObject([{ isThis: true }]);
});

test('an app is set up with a code of it, required at sign-in, and turned off', async () => {
  await open();
  await pressKey(page.getByRole('button', { name: 'Set up app' }));
  const dialog = page.getByRole('dialog', { name: 'Set up app' });
  const code = dialog.getByLabelText('Code');
  await expect.element(code).toHaveFocus();
  await expect.element(dialog.getByRole('img', { name: 'App QR code' })).toBeVisible();
  await expectAccessible(dialog.element());
  await userEvent.keyboard('12345{Enter}');
  await expect.poll(() => descriptionOf(code)).toContain('Write the six digits');
  const secret = dialog.getByTestId('app-secret').element().textContent.replaceAll(' ', '');
  await code.fill(await commands.codeOf(secret));
  await userEvent.keyboard('{Enter}');
  const codes = page.getByRole('dialog', { name: 'Keep these codes' });
  await expect.element(codes.getByTestId('recovery-codes')).toBeVisible();
  await expectAccessible(codes.element());
  // They are not shown again: Escape must not lose them.
  await userEvent.keyboard('{Escape}');
  await expect.element(codes).toBeVisible();
  const given = codes.getByTestId('recovery-codes').element().textContent.split('\n');
  expect(given).toHaveLength(10);
  await pressKey(codes.getByRole('button', { name: 'Done' }));
  await expect.element(codes).not.toBeInTheDocument();
  await expect.element(page.getByText(/10 recovery codes are left/)).toBeVisible();

  const { email } = await memberAccount();
  let signedIn = false;
  await renderScreen(
    <main>
      <SignInForm email={email} onSignedIn={() => (signedIn = true)} />
    </main>,
  );
  await page.getByLabelText('Password').fill(PASSWORD);
  await userEvent.keyboard('{Enter}');
  const second = page.getByLabelText('Code');
  await expect.element(second).toHaveFocus();
  await expectAccessible(document.body);
  expect(signedIn).toBe(false);
  await userEvent.keyboard('000 000{Enter}');
  await expect.element(page.getByRole('alert')).toMatchTextContent('This code is wrong');
  await second.fill(given[0] ?? '');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => signedIn).toBe(true);

  await open();
  await commands.ageSessions();
  await expect.element(page.getByText(/9 recovery codes are left/)).toBeVisible();
  await pressKey(page.getByRole('button', { name: 'Turn off…' }));
  const question = page.getByRole('dialog', { name: 'Turn off the second factor?' });
  await expect.element(question.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await pressKey(question.getByRole('button', { name: 'Turn off' }));
  const confirm = page.getByRole('dialog', { name: 'Confirm your identity' });
  await expect.element(confirm.getByLabelText('Code')).toHaveFocus();
  await expectAccessible(confirm.element());
  await userEvent.keyboard(`${given[1]}{Enter}`);
  await expect.element(confirm).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Set up app' })).toBeVisible();
  expect(await api.get.query()).toMatchObject({ secondFactor: null });
});

/** The account of the person whose account these tests change. */
async function memberAccount() {
  await open();
  return api.get.query();
}
